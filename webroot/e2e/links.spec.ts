import { expect, test, type Locator } from "@playwright/test";
import { Person, unique } from "./person.ts";

test("a link lets somebody in, who arranges the group and is sent away", async ({ browser }) => {
  const mara = await Person.arrive(browser, unique("Mara"));
  await mara.signUp();
  const tom = await Person.arrive(browser, unique("Tom"), { colorScheme: "dark" });
  await tom.signUp();
  await tom.openTo("everybody");
  const ida = await Person.arrive(browser, unique("Ida"));
  await ida.signUp();
  const name = unique("Trip ");
  let link = "";

  await test.step("one makes a group of two, and the other has it at once", async () => {
    await mara.page.getByRole("button", { name: "New group" }).click();
    const dialog = mara.page.getByRole("dialog", { name: "New group" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("Add people").fill(tom.username);
    await dialog.getByRole("button", { name: `Add ${tom.name}` }).click();
    await mara.expectAccessible();
    await dialog.getByRole("button", { name: "Create group" }).click();
    await mara.isIn(name);
    await mara.say("Where to?");
    await tom.page.getByRole("link", { name: new RegExp(name) }).click();
    await expect(tom.message("Where to?")).toBeVisible();
    await expect(tom.page.getByRole("button", { name: "Settings", exact: true })).toHaveCount(0);
  });

  await test.step("the last owner cannot leave", async () => {
    await mara.page.getByRole("button", { name: "Leave group" }).click();
    const dialog = mara.page.getByRole("dialog");
    await dialog.getByRole("button", { name: "Leave" }).click();
    await expect(dialog.getByRole("alert")).toContainText("last owner");
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("a member becomes a moderator, who sees it without a reload", async () => {
    const dialog = await membersOf(mara, name);
    await dialog.getByLabel(`Role of ${tom.name}`).selectOption("moderator");
    await expect(dialog.getByRole("status").last()).toContainText("Moderator");
    await mara.expectAccessible();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(tom.page.getByRole("button", { name: "Settings", exact: true })).toBeVisible();
  });

  await test.step("the moderator makes a link", async () => {
    await tom.page.getByRole("button", { name: "Settings", exact: true }).click();
    const dialog = tom.page.getByRole("dialog", { name: `Settings of ${name}` });
    await dialog.getByRole("button", { name: "Make a link" }).click();
    const field = dialog.getByLabel("Link", { exact: true });
    await expect(field).toHaveValue(/#\/join\//);
    link = await field.inputValue();
    await tom.expectAccessible();
    await dialog.getByRole("button", { name: "Done" }).click();
  });

  await test.step("somebody with the link is asked and comes in", async () => {
    await ida.page.goto(link);
    const dialog = ida.page.getByRole("dialog", { name: "You have a link" });
    await expect(dialog).toContainText(name);
    expect(ida.page.url()).not.toContain("join");
    await ida.expectAccessible();
    await dialog.getByRole("button", { name: "Join" }).click();
    await ida.isIn(name);
    await expect(ida.message("Where to?")).toBeVisible();
  });

  await test.step("a group that only moderators write in has no composer for members", async () => {
    await mara.page.getByRole("button", { name: "Settings", exact: true }).click();
    const dialog = mara.page.getByRole("dialog", { name: `Settings of ${name}` });
    await dialog.getByLabel("Who may write").selectOption("moderators");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog.getByText("Saved.")).toBeVisible();
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(ida.page.getByText("Only moderators and owners write here.")).toBeVisible();
    await expect(ida.page.getByRole("textbox", { name: /^Message to/ })).toHaveCount(0);
    await tom.say("I may");
    await expect(ida.message("I may")).toBeVisible();
  });

  await test.step("one arranges it, and sees it so on another device", async () => {
    await ida.page.getByRole("button", { name: "Favourite, mute and more" }).click();
    const dialog = ida.page.getByRole("dialog", { name: new RegExp(name) });
    await dialog.getByLabel("Favourite").check();
    await dialog.getByLabel("Tell me of").selectOption("nothing");
    await ida.expectAccessible();
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(ida.page.getByRole("heading", { name: "Favourites" })).toBeVisible();
    await ida.page.reload();
    await expect(ida.page.getByRole("heading", { name: "Favourites" })).toBeVisible();
    await expect(ida.page.getByRole("img", { name: "Muted" })).toBeVisible();
  });

  await test.step("who is removed is out at once and hears nothing more", async () => {
    const dialog = await membersOf(tom, name);
    await dialog.getByRole("button", { name: `Remove ${ida.name}` }).click();
    await tom.page
      .getByRole("dialog", { name: `Remove ${ida.name}?` })
      .getByRole("button", { name: "Remove" })
      .click();
    await expect(ida.page.getByRole("link", { name: new RegExp(name) })).toHaveCount(0);
    await dialog.getByRole("button", { name: "Done" }).click();
    await tom.say("Without her");
    await expect(mara.message("Without her")).toBeVisible();
    await expect(ida.page.getByText("Without her")).toHaveCount(0);
    await ida.page.goto(link);
    const again = ida.page.getByRole("dialog", { name: "You have a link" });
    await again.getByRole("button", { name: "Join" }).click();
    await expect(again.getByRole("alert")).toContainText("removed");
  });

  await test.step("the owner hands over and may leave then", async () => {
    const dialog = await membersOf(mara, name);
    await dialog.getByRole("button", { name: `Make owner instead of me: ${tom.name}` }).click();
    await mara.page
      .getByRole("dialog", { name: `Hand over to ${tom.name}?` })
      .getByRole("button", { name: "Hand over" })
      .click();
    await expect(dialog.getByRole("status").last()).toContainText("Owner");
    await dialog.getByRole("button", { name: "Done" }).click();
    await mara.page.getByRole("button", { name: "Leave group" }).click();
    await mara.page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    await expect(mara.page.getByRole("link", { name: new RegExp(name) })).toHaveCount(0);
  });
  mara.expectNoProblems();
  tom.expectNoProblems();
  ida.expectNoProblems();
});

async function membersOf(person: Person, name: string): Promise<Locator> {
  await person.page.getByRole("button", { name: /members?$/ }).click();
  const dialog = person.page.getByRole("dialog", { name: `Members of ${name}` });
  await expect(dialog.getByRole("listitem").first()).toBeVisible();
  return dialog;
}
