import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { Person, unique } from "./person.ts";

/** What the timeline shows, from the first to the last message. */
function texts(page: Page): ReturnType<Page["locator"]> {
  return page.getByRole("log").locator(".text");
}

/** Takes the network away from all pages of somebody, and waits until they have noticed. */
async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  for (const page of context.pages()) {
    await expect(page.getByRole("status").filter({ hasText: "offline" })).toBeVisible({
      timeout: 20_000,
    });
  }
}

async function sayIn(page: Page, text: string): Promise<void> {
  const composer = page.getByRole("textbox", { name: /^Message to/ });
  await composer.fill(text);
  await composer.press("Enter");
  await expect(
    page.getByRole("article").filter({ hasText: text }).getByRole("img", { name: "Waiting" }),
  ).toBeVisible();
}

test("a message written offline survives its tab and is sent by the next", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const tom = await (await Person.arrive(browser, "Tom")).signUp();
  const room = unique("Mole ");
  await mara.createRoom(room, "");
  await tom.joinRoom(room);
  const context = mara.page.context();
  const place = mara.page.url();

  await goOffline(context);
  await sayIn(mara.page, "first");
  await sayIn(mara.page, "second");
  await mara.page.close({ runBeforeUnload: true });
  await expect.poll(() => context.pages().length, "it closes without a question").toBe(0);

  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(place);
  await expect(texts(tom.page)).toHaveText(["first", "second"], { timeout: 20_000 });
  await expect(texts(next)).toHaveText(["first", "second"]);
  await expect(next.getByRole("img", { name: "Sent" })).toHaveCount(2);
  await next.reload();
  await expect(texts(next)).toHaveText(["first", "second"]);
});

test("a message survives the crash of its page", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const room = unique("Weir ");
  await mara.createRoom(room, "");
  const { page } = mara;
  const context = page.context();
  const place = page.url();

  await goOffline(context);
  await sayIn(page, "before the crash");
  const crashed = new Promise((resolve) => page.once("crash", resolve));
  const control = await context.newCDPSession(page);
  void control.send("Page.crash").catch(() => undefined);
  await crashed;
  await page.close();

  await context.setOffline(false);
  const next = await context.newPage();
  await next.goto(place);
  await expect(texts(next)).toHaveText(["before the crash"]);
  await expect(next.getByRole("img", { name: "Sent" })).toHaveCount(1, { timeout: 20_000 });
});

test("two tabs write offline; all of it arrives once, in the order of writing", async ({
  browser,
}) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const tom = await (await Person.arrive(browser, "Tom")).signUp();
  const room = unique("Lock ");
  await mara.createRoom(room, "");
  await tom.joinRoom(room);
  const { page } = mara;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await expect(other.getByText("This is the beginning")).toBeVisible();

  await goOffline(page.context());
  const written = [];
  for (let turn = 1; turn <= 3; turn += 1) {
    await sayIn(page, `one says ${turn}`);
    await sayIn(other, `two says ${turn}`);
    written.push(`one says ${turn}`, `two says ${turn}`);
  }
  await expect(texts(page)).toHaveText(written);
  await expect(other.getByText("6 messages waiting")).toBeVisible();

  await page.context().setOffline(false);
  await expect(texts(tom.page)).toHaveText(written, { timeout: 20_000 });
  for (const each of [page, other]) {
    await expect(texts(each)).toHaveText(written);
    await expect(each.getByRole("img", { name: "Sent" })).toHaveCount(written.length);
  }
  // The one that sends goes; the other one goes on at once, whichever it was.
  await page.close();
  await other.getByRole("textbox", { name: /^Message to/ }).fill("alone");
  await other.getByRole("textbox", { name: /^Message to/ }).press("Enter");
  await expect(texts(tom.page)).toHaveText([...written, "alone"]);
});

test("logging out asks first, and nobody else sends what was kept", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const tom = await (await Person.arrive(browser, "Tom")).signUp();
  const room = unique("Sluice ");
  await mara.createRoom(room, "");
  await tom.joinRoom(room);
  const { page } = mara;
  const context = page.context();

  await goOffline(context);
  await sayIn(page, "for later");
  // The session ends elsewhere; somebody else uses this browser; then its author comes back.
  const elsewhere = await Person.arrive(browser, "Mara");
  await elsewhere.logIn(mara.username, "Mara");
  await elsewhere.page.goto("/#/settings");
  await elsewhere.page
    .getByRole("button", { name: /^Sign out Chrome/ })
    .first()
    .click();
  await elsewhere.page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(elsewhere.page.getByRole("dialog")).toHaveCount(0);
  await context.setOffline(false);
  await expect(page.getByText("1 message that was not sent is kept here")).toBeVisible({
    timeout: 20_000,
  });
  const eve = new Person(page, "Eve", unique("eve"));
  await eve.signUp();
  await eve.joinRoom(room);
  await eve.say("I am somebody else");
  await expect(texts(tom.page)).toHaveText(["I am somebody else"]);
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Log out" }).click();
  await mara.logIn(mara.username, "Mara");
  await expect(texts(tom.page)).toHaveText(["I am somebody else", "for later"]);

  await page.getByRole("link", { name: new RegExp(room) }).click();
  await expect(texts(page)).toHaveText(["I am somebody else", "for later"]);
  await goOffline(context);
  await sayIn(page, "never mind");
  await page.getByRole("button", { name: "Log out" }).click();
  const dialog = page.getByRole("dialog", { name: "Log out?" });
  await expect(dialog).toContainText("1 message has not been sent and will be lost.");
  await dialog.getByRole("button", { name: "Stay" }).click();
  await expect(mara.message("never mind")).toBeVisible();
});
