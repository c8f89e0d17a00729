import { expect, test } from "@playwright/test";
import { Person, unique } from "./person.ts";

const COUNT = 130;

test("a long history is read page by page, and the present is one step away", async ({
  browser,
}) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const tom = await (await Person.arrive(browser, "Tom")).signUp();
  const room = unique("Archive ");
  await mara.createRoom(room, "");
  for (let number = 1; number <= COUNT; number += 1) {
    await mara.say(`message ${number};`);
  }
  await expect(mara.message(`message ${COUNT};`).getByRole("img", { name: "Sent" })).toBeVisible();

  await tom.joinRoom(room);
  await expect(tom.message(`message ${COUNT};`)).toBeInViewport();
  const log = tom.page.getByRole("log");
  const seen = new Set<string>();
  await log.hover();
  await expect(async () => {
    for (const text of await log.locator(".text").allInnerTexts()) {
      seen.add(text);
    }
    await tom.page.mouse.wheel(0, -400);
    await expect(tom.message("message 1;")).toBeInViewport({ timeout: 50 });
  }).toPass({ timeout: 40_000, intervals: [30] });
  expect(seen.size).toBe(COUNT);
  await expect(log.getByText("This is the beginning")).toBeVisible();

  await mara.say("something new");
  await tom.page.getByRole("button", { name: "1 new message" }).click();
  await expect(tom.message("something new")).toBeInViewport();
  await expect(tom.page.getByRole("button", { name: /new message|Jump to present/ })).toHaveCount(
    0,
  );
  await expect(tom.page).not.toHaveTitle(/^\(/);
  mara.expectNoProblems();
  tom.expectNoProblems();
});
