import { expect, test, type Page } from "@playwright/test";
import { Person, unique } from "./person.ts";

const texts = (page: Page): ReturnType<Page["locator"]> => page.getByRole("log").locator(".text");

/** The client's files come, and nothing else of the server; until what it answers is called. */
async function cutOff(page: Page): Promise<() => void> {
  let cut = true;
  await page.context().route("**/api/**", (route) => (cut ? route.abort() : route.continue()));
  await page.context().routeWebSocket(/eventbus/, (socket) => {
    if (cut) {
      void socket.close();
    } else {
      socket.connectToServer();
    }
  });
  return () => {
    cut = false;
  };
}

/** All messages in the cache of whoever is signed in. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
    const cache = indexedDB.open(names.find((name) => name.includes("cache")) ?? "");
    await new Promise((resolve) => (cache.onsuccess = resolve));
    const messages = cache.result.transaction("segments").objectStore("segments").getAll();
    await new Promise((resolve) => (messages.onsuccess = resolve));
    cache.result.close();
    return JSON.stringify(messages.result);
  });
}

test("a reload without the server shows what was known, and then what is new", async ({
  browser,
}) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const tom = await (await Person.arrive(browser, "Tom")).signUp();
  const room = unique("Quay ");
  await mara.createRoom(room, "");
  await tom.joinRoom(room);
  await tom.say("known");
  await expect(mara.message("known")).toBeVisible();
  const { page } = mara;
  const place = page.url();
  // What is known is kept a moment later.
  await expect.poll(() => kept(page)).toContain("known");
  const context = page.context();
  const mend = await cutOff(page);
  await page.reload();
  await expect(texts(page)).toHaveText(["known"]);
  await expect(page.getByRole("heading", { level: 1, name: room })).toBeVisible();
  await expect(page.getByRole("link", { name: new RegExp(room) })).toBeVisible();
  await expect(page.getByText("could not be loaded")).toHaveCount(0);
  await mara.expectAccessible();
  await mara.say("written without a server");
  await expect(mara.message("written without").getByRole("img", { name: "Waiting" })).toBeVisible();
  await tom.say("news");

  mend();
  const next = await context.newPage();
  await page.close();
  await next.goto(place);
  await expect(texts(next)).toHaveText(["known", "news", "written without a server"]);
  await expect(texts(tom.page)).toHaveText(["known", "news", "written without a server"]);
});

test("what was known is seen by nobody else, and by nobody after the session's end", async ({
  browser,
}) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const room = unique("Dyke ");
  await mara.createRoom(room, "");
  await mara.say("between us");
  const { page } = mara;
  await expect(mara.message("between us").getByRole("img", { name: "Sent" })).toBeVisible();
  const lists = (): Promise<unknown> =>
    page.evaluate(async () => (await indexedDB.databases()).length);
  await expect.poll(lists).toBe(2);

  const elsewhere = await Person.arrive(browser, "Mara");
  await elsewhere.logIn(mara.username, "Mara");
  await elsewhere.page.goto("/#/settings");
  await elsewhere.page
    .getByRole("button", { name: /^Sign out Chrome/ })
    .first()
    .click();
  await elsewhere.page.getByRole("dialog").getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("Your session has ended")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("User name")).toBeVisible();
  await expect(page.getByText("between us")).toHaveCount(0);
  await new Person(page, "Eve", unique("eve")).signUp();
  await expect(page.getByText("No rooms yet").first()).toBeVisible();
  await expect(page.getByText(room)).toHaveCount(0);
});
