import { expect, test, type Locator } from "@playwright/test";
import { Person, unique } from "./person.ts";

/** Chooses somebody among those whom the search finds. */
async function pick(person: Person, other: Person): Promise<void> {
  await person.page.getByRole("button", { name: "New conversation" }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.getByRole("combobox").fill(other.username);
  await dialog.getByRole("option", { name: other.name }).click();
}

/** Asks somebody to be friends, with a line. */
async function ask(person: Person, other: Person, note: string): Promise<void> {
  await pick(person, other);
  const form = person.page.getByRole("dialog", { name: `Ask ${other.name} to be friends?` });
  await form.getByLabel("A line to go with it (optional)").fill(note);
  await form.getByRole("button", { name: "Send request" }).click();
  await expect(form).toHaveCount(0);
}

function list(person: Person, title: string): Locator {
  return person.page.getByRole("main").getByRole("list", { name: title });
}

/** The composer; there is none where nobody can write. */
function composer(person: Person): Locator {
  return person.page.getByRole("textbox", { name: /^Message to/ });
}

async function arrive(browser: Parameters<typeof Person.arrive>[0], name: string): Promise<Person> {
  return (await Person.arrive(browser, unique(name))).signUp();
}

test("two people become friends, part and block, live on both sides", async ({ browser }) => {
  const mara = await arrive(browser, "Mara");
  const tom = await arrive(browser, "Tom");

  await test.step("a stranger is asked, with a line that is shown as text", async () => {
    await tom.page.getByRole("link", { name: "People" }).click();
    await expect(tom.page.getByText("No friends yet")).toBeVisible();
    await ask(mara, tom, "<b>From the choir</b>");
    await expect(tom.page.getByText("1 open request")).toBeAttached();
    await expect(list(tom, "Requests to you").getByText("<b>From the choir</b>")).toBeVisible();
    await tom.expectAccessible();
    await mara.page.getByRole("link", { name: "People" }).click();
    await expect(list(mara, "Your requests").getByText(tom.name, { exact: true })).toBeVisible();
    await mara.expectAccessible();
  });

  await test.step("who accepts is a friend of both at once", async () => {
    await tom.page.getByRole("button", { name: `Accept ${mara.name}` }).press("Enter");
    for (const [person, other] of [
      [mara, tom],
      [tom, mara],
    ] as const) {
      await expect(list(person, "Friends").getByText(other.name, { exact: true })).toBeVisible();
      await expect(list(person, "Friends").getByText(`${other.name}, online`)).toBeAttached();
    }
    await expect(tom.page.getByText("1 open request")).toHaveCount(0);
    await mara.page.getByRole("button", { name: `Write to ${tom.name}` }).click();
    await mara.isIn(tom.name);
    await mara.say("There you are");
    await tom.page.getByRole("button", { name: `Write to ${mara.name}` }).click();
    await expect(tom.message("There you are")).toBeVisible();
    await expect(tom.page.getByRole("main").locator("header").getByText("online")).toBeVisible();
  });

  await test.step("a block closes the conversation for both, and only one is told why", async () => {
    await tom.page.getByRole("button", { name: "Block" }).click();
    const question = tom.page.getByRole("dialog", { name: `Block ${mara.name}?` });
    await question.getByRole("button", { name: "Block" }).click();
    await expect(tom.page.getByText(`You have blocked ${mara.name}`)).toBeVisible();
    await expect(composer(tom)).toHaveCount(0);
    await expect(mara.page.getByText("Nobody can write in this conversation")).toBeVisible();
    await expect(composer(mara)).toHaveCount(0);
    await expect(mara.message("There you are")).toBeVisible();
    await expect(mara.page.getByRole("main").locator("header").getByText("online")).toHaveCount(0);
    await mara.expectAccessible();
    await tom.expectAccessible();
  });

  await test.step("who is blocked cannot ask, and can once that is over", async () => {
    await mara.page.getByRole("button", { name: "Ask to be friends" }).click();
    const form = mara.page.getByRole("dialog");
    await form.getByRole("button", { name: "Send request" }).click();
    await expect(form.getByText("cannot be asked")).toBeVisible();
    await tom.page.getByRole("button", { name: "Unblock" }).click();
    await form.getByRole("button", { name: "Send request" }).click();
    await expect(form).toHaveCount(0);
    await expect(mara.page.getByText("Your request is not answered yet.")).toBeVisible();
    await tom.page.getByRole("button", { name: "Accept" }).click();
    await expect(composer(tom)).toBeVisible();
    await expect(composer(mara)).toBeVisible();
    await mara.say("Again");
    await expect(tom.message("Again")).toBeVisible();
  });

  await test.step("everything is so after a reload, too", async () => {
    await mara.page.getByRole("link", { name: "People" }).click();
    await mara.page.reload();
    await mara.page.getByRole("button", { name: `End the friendship with ${tom.name}` }).click();
    const question = mara.page.getByRole("dialog");
    await question.getByRole("button", { name: "End friendship" }).click();
    await expect(mara.page.getByText("No friends yet")).toBeVisible();
    await expect(composer(tom)).toHaveCount(0);
    await tom.page.reload();
    await expect(tom.page.getByText("Nobody can write in this conversation")).toBeVisible();
  });
  tom.expectNoProblems();
  mara.expectNoProblems();
});

test("many requests are declined at once, and somebody open needs none", async ({ browser }) => {
  const ada = await arrive(browser, "Ada");
  const others = [await arrive(browser, "Bo"), await arrive(browser, "Cy")];
  for (const other of others) {
    await ask(other, ada, "hello");
  }
  await ada.page.getByRole("link", { name: "People" }).click();
  await ada.page.getByRole("button", { name: "Decline all 2" }).click();
  const question = ada.page.getByRole("dialog", { name: "Decline 2 requests?" });
  await question.getByRole("button", { name: "Decline" }).click();
  await expect(ada.page.getByText("No friends yet")).toBeVisible();

  await ada.page.getByRole("link", { name: "Settings" }).click();
  await ada.page.getByRole("radio", { name: "Everybody on this server" }).check();
  await expect(ada.page.getByText("Your choice is kept.")).toBeVisible();
  await ada.expectAccessible();
  await ada.page.reload();
  await expect(ada.page.getByRole("radio", { name: "Everybody on this server" })).toBeChecked();
  const [bo] = others;
  if (bo === undefined) {
    throw new Error("nobody is there");
  }
  await pick(bo, ada);
  await bo.isIn(ada.name);
  await bo.say("Without asking");
  await expect(ada.page.getByText("1 unread message")).toBeAttached();
  ada.expectNoProblems();
  bo.expectNoProblems();
});
