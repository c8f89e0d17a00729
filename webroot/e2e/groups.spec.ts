import { expect, test, type Locator } from "@playwright/test";
import { Person, unique } from "./person.ts";
import { expectPicture, PICTURE } from "./picture.ts";

function dialog(person: Person, name: string): Locator {
  return person.page.getByRole("dialog", { name });
}

/** Finds somebody in the field of the window that is open, and picks them. */
async function pick(window: Locator, other: Person): Promise<void> {
  await window.getByLabel("Add people").fill(other.username);
  await window.getByRole("button", { name: `Add ${other.name}` }).click();
}

/** Opens the window with the members of the group that is shown. */
async function members(person: Person, group: string): Promise<Locator> {
  await person.page.getByTitle("Members", { exact: true }).click();
  const window = dialog(person, `Members of ${group}`);
  await expect(window.getByRole("listitem").filter({ hasText: "(you)" })).toBeVisible();
  return window;
}

/** Sets one thing about the group that is shown. */
async function set(person: Person, group: string, what: string, value: string): Promise<void> {
  await person.page.getByRole("main").getByRole("button", { name: "Settings" }).click();
  const form = dialog(person, `Settings of ${group}`);
  await form.getByLabel(what).selectOption(value);
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("Saved.")).toBeVisible();
  await person.expectAccessible();
  await form.getByRole("button", { name: "Done" }).click();
}

test("three people have a group of their own, with roles and rules", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, unique("Mara"))).signUp();
  const tom = await (await Person.arrive(browser, unique("Tom"), { colorScheme: "dark" })).signUp();
  const narrow = { viewport: { width: 360, height: 740 } };
  const ines = await (await Person.arrive(browser, unique("Ines"), narrow)).signUp();
  for (const person of [tom, ines]) {
    await person.openTo("everybody");
  }
  const group = unique("Trip to Porto ");

  await test.step("one makes it of somebody, with whom it appears", async () => {
    await mara.page.getByRole("button", { name: "New group" }).click();
    const form = dialog(mara, "New group");
    await form.getByRole("button", { name: "Create group" }).click();
    await expect(form.getByText("Use one line of 2 to 60 characters.")).toBeVisible();
    await form.getByLabel("Name").fill(group);
    await form.getByLabel("Topic").fill("When, and who drives?");
    await pick(form, tom);
    await mara.expectAccessible();
    await form.getByRole("button", { name: "Create group" }).click();
    await mara.isIn(group);
    await mara.say("Who is in?");
    await tom.page.getByRole("link", { name: new RegExp(group) }).click();
    await expect(tom.message("Who is in?")).toBeVisible();
    await expect(tom.page.getByRole("main").getByRole("button", { name: "Settings" })).toHaveCount(
      0,
    );
  });

  await test.step("the owner adds another one and gives a role, live", async () => {
    const window = await members(mara, group);
    await pick(window, ines);
    await expect(window.getByText(`${ines.name} was added.`)).toBeVisible();
    await window.getByLabel(`Role of ${tom.name}`).selectOption("Moderator");
    await expect(window.getByText(`${tom.name} is now: Moderator.`)).toBeVisible();
    await mara.expectAccessible();
    await window.getByLabel(`Role of ${mara.name}`).selectOption("Member");
    await expect(window.getByText("make somebody else an owner first")).toBeVisible();
    await window.getByRole("button", { name: "Done" }).click();
    await ines.page.getByRole("link", { name: new RegExp(group) }).click();
    await expect(ines.message("Who is in?")).toBeVisible();
    await expect(
      tom.page.getByRole("main").getByRole("button", { name: "Settings" }),
    ).toBeVisible();
  });

  await test.step("a moderator gives it a picture, which everybody sees at once", async () => {
    const header = ({ page }: Person): Locator => page.getByRole("main").locator("header").first();
    const row = mara.page.getByRole("link", { name: new RegExp(group) });
    await tom.page.getByRole("main").getByRole("button", { name: "Settings" }).click();
    const form = dialog(tom, `Settings of ${group}`);
    const picture = form.getByRole("region", { name: "Picture" });
    await picture.getByLabel("Choose a picture").setInputFiles(PICTURE);
    await tom.expectAccessible();
    await picture.getByRole("button", { name: "Show this part" }).click();
    await expect(picture.getByText("The picture is changed.")).toBeVisible();
    for (const place of [header(mara), row, header(ines)]) {
      await expectPicture(place);
    }
    await picture.getByRole("button", { name: "Remove the picture" }).click();
    await expect(picture.getByText("The picture is removed.")).toBeVisible();
    for (const place of [header(mara), row, header(ines)]) {
      await expect(place.locator("img")).toHaveCount(0);
    }
    await form.getByRole("button", { name: "Done" }).click();
  });

  await test.step("a moderator lets members read only", async () => {
    await set(tom, group, "Who may write", "Moderators and owners only");
    await expect(ines.page.getByText("Only moderators and owners write here.")).toBeVisible();
    await expect(ines.page.getByRole("textbox", { name: /^Message to/ })).toHaveCount(0);
    await ines.expectAccessible();
    await set(tom, group, "Who may write", "Everybody");
  });

  await test.step("then write slowly, and their messages wait", async () => {
    await set(tom, group, "Pause between two messages", "5 minutes");
    await expect(ines.page.getByText("Members write once in 5 minutes here.")).toBeVisible();
    await ines.say("I drive");
    await expect(tom.message("I drive")).toBeVisible();
    await ines.say("If somebody pays the petrol");
    await expect(ines.page.getByText("your message waits and is sent by itself")).toBeVisible();
    await ines.expectAccessible();
    await set(tom, group, "Pause between two messages", "None");
    await expect(ines.page.getByText("Members write once")).toHaveCount(0);
    // The page tries by itself, after pauses that grow up to half a minute.
    await expect(tom.message("If somebody pays the petrol")).toBeVisible({ timeout: 60_000 });
  });

  await test.step("the last owner hands over before leaving", async () => {
    await mara.page.getByRole("button", { name: "Leave group" }).click();
    const leaving = dialog(mara, `Leave ${group}?`);
    await leaving.getByRole("button", { name: "Leave" }).click();
    await expect(leaving.getByText("You are the last owner")).toBeVisible();
    await mara.expectAccessible();
    await leaving.getByRole("button", { name: "Cancel" }).click();
    const window = await members(mara, group);
    await window.getByRole("button", { name: `Make owner instead of me: ${tom.name}` }).click();
    await dialog(mara, `Hand over to ${tom.name}?`)
      .getByRole("button", { name: "Hand over" })
      .click();
    await expect(window.getByText(`${tom.name} is now: Owner.`)).toBeVisible();
    await window.getByRole("button", { name: "Done" }).click();
    await mara.page.getByRole("button", { name: "Leave group" }).click();
    await leaving.getByRole("button", { name: "Leave" }).click();
    await expect(mara.page.getByRole("link", { name: new RegExp(group) })).toHaveCount(0);
  });

  await test.step("who is removed is told so, and how to come back", async () => {
    const window = await members(tom, group);
    await expect(window.getByRole("listitem").filter({ hasText: mara.name })).toHaveCount(0);
    await window.getByRole("button", { name: `Remove ${ines.name}` }).click();
    await dialog(tom, `Remove ${ines.name}?`).getByRole("button", { name: "Remove" }).click();
    await expect(window.getByText(`${ines.name} was removed.`)).toBeVisible();
    await ines.isIn(group);
    await expect(ines.page.getByText(`You were removed from ${group}.`)).toBeVisible();
    await expect(ines.page.getByText("ask one of its owners or moderators")).toBeVisible();
    await ines.expectAccessible();
    await window.getByRole("button", { name: "Done" }).click();
  });

  await test.step("who is alone closes it by leaving, and is told so", async () => {
    await tom.page.getByRole("button", { name: "Leave group" }).click();
    const leaving = dialog(tom, `Leave ${group}?`);
    await expect(leaving.getByText("it is closed for ever")).toBeVisible();
    await tom.expectAccessible();
    await leaving.getByRole("button", { name: "Leave" }).click();
    await expect(tom.page.getByRole("link", { name: new RegExp(group) })).toHaveCount(0);
  });

  for (const person of [mara, tom, ines]) {
    person.expectNoProblems();
  }
});
