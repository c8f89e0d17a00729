import { expect, test, type Page } from "@playwright/test";
import { Person, unique } from "./person.ts";

const composerOf = (page: Page): ReturnType<Page["locator"]> =>
  page.getByRole("textbox", { name: /^Message to/ });

test("what is written in one tab is in the other, and outlives both", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  await mara.createRoom(unique("Groyne "), "");
  const { page } = mara;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await composerOf(page).fill("half a thought");
  await expect(composerOf(other)).toHaveValue("half a thought");
  await composerOf(other).fill("half a thought, and the rest");
  await expect(composerOf(page)).toHaveValue("half a thought, and the rest");

  const place = page.url();
  await page.close();
  await other.close();
  const next = await mara.page.context().newPage();
  await next.goto(place);
  await expect(composerOf(next)).toHaveValue("half a thought, and the rest");
  const beside = await next.context().newPage();
  await beside.goto(place);
  await composerOf(beside).press("Enter");
  await expect(next.getByRole("log").locator(".text")).toHaveText(["half a thought, and the rest"]);
  await expect(composerOf(next)).toHaveValue("");
});

test("what is read in one tab is read in the other; who logs out is out of both", async ({
  browser,
}) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const tom = await (await Person.arrive(browser, "Tom")).signUp();
  const room = unique("Jetty ");
  await mara.createRoom(room, "");
  await tom.joinRoom(room);
  const { page } = mara;
  const place = page.url();
  await page.goto("/#/");
  const other = await page.context().newPage();
  await other.goto("/");
  await tom.say("look at this");
  for (const each of [page, other]) {
    await expect(each.getByText("1 unread message")).toBeAttached();
  }
  await page.bringToFront();
  await page.getByRole("link", { name: new RegExp(room) }).click();
  await expect(other.getByText("1 unread message")).toHaveCount(0);

  await composerOf(page).fill("a secret");
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Log out" }).click();
  await expect(page.getByLabel("User name")).toBeVisible();
  await expect(other.getByLabel("User name")).toBeVisible({ timeout: 1_000 });
  await expect(other.getByText("Your session has ended")).toHaveCount(0);
  const kept = (): Promise<unknown[]> =>
    page.evaluate(async () => [...Object.keys(localStorage), ...(await indexedDB.databases())]);
  await expect.poll(kept).toEqual([]);
  await mara.logIn(mara.username, "Mara");
  await page.goto(place);
  await expect(composerOf(page)).toHaveValue("");
});
