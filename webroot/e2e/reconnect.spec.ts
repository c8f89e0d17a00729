import { expect, test } from "@playwright/test";
import { Person, unique } from "./person.ts";

test("a message written offline waits, and arrives once", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const tom = await (await Person.arrive(browser, "Tom")).signUp();
  const room = unique("Harbour ");
  await mara.createRoom(room, "");
  await tom.joinRoom(room);
  await mara.say("before");
  await expect(tom.message("before")).toBeVisible();

  await mara.page.context().setOffline(true);
  const bar = mara.page.getByRole("status").filter({ hasText: "offline" });
  await expect(bar).toBeVisible({ timeout: 20_000 });
  await mara.say("written offline");
  await mara.say("and one more");
  await expect(mara.message("written offline")).toBeVisible();
  await expect(
    mara.message("written offline").getByRole("img", { name: "Waiting to be sent" }),
  ).toBeVisible();
  await expect(bar).toContainText("2 messages waiting");
  await mara.expectAccessible();
  await tom.say("while you were away");
  await expect(tom.message("while you were away").getByRole("img", { name: "Sent" })).toBeVisible();
  await expect(mara.message("while you were away")).toHaveCount(0);

  await mara.page.context().setOffline(false);
  await expect(tom.message("written offline")).toBeVisible({ timeout: 20_000 });
  await expect(tom.message("and one more")).toBeVisible();
  await expect(mara.message("while you were away")).toBeVisible();
  await expect(mara.page.getByText("waiting", { exact: false })).toHaveCount(0);

  await mara.page.reload();
  for (const person of [mara, tom]) {
    const texts = person.page.getByRole("log").locator(".text");
    await expect(texts).toHaveText([
      "before",
      "while you were away",
      "written offline",
      "and one more",
    ]);
  }
});

test("what was written to a room that one is out of by then is kept", async ({ browser }) => {
  const owner = await (await Person.arrive(browser, "Olga")).signUp();
  const room = unique("Pier ");
  await owner.createRoom(room, "");
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  await mara.joinRoom(room);
  const elsewhere = await Person.arrive(browser, "Mara");
  await elsewhere.logIn(mara.username, "Mara");

  await mara.page.context().setOffline(true);
  const bar = mara.page.getByRole("status").filter({ hasText: "offline" });
  await expect(bar).toBeVisible({ timeout: 20_000 });
  await mara.say("a thought worth keeping");
  await elsewhere.page.getByRole("link", { name: new RegExp(room) }).click();
  await elsewhere.page.getByRole("button", { name: "Leave room" }).click();
  await elsewhere.page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await expect(elsewhere.page.getByRole("link", { name: new RegExp(room) })).toHaveCount(0);

  await mara.page.context().setOffline(false);
  const { page } = mara;
  await expect(page.getByText(`You are not in ${room} any more.`).first()).toBeVisible();
  await expect(page.getByText("a thought worth keeping")).toBeVisible();
  await mara.expectAccessible();
  await page.getByRole("link", { name: "Browse rooms" }).first().click();
  await page.getByRole("link", { name: new RegExp(`${room}.*1 message`) }).click();
  await expect(page.getByText("a thought worth keeping")).toBeVisible();

  await mara.joinRoom(room);
  await mara.message("a thought").getByRole("button", { name: "Try again" }).click();
  await expect(mara.message("a thought").getByRole("img", { name: "Sent" })).toBeVisible();
  await expect(mara.message("a thought")).toHaveCount(1);
  await expect(page.getByRole("link", { name: /1 message/ })).toHaveCount(0);
});
