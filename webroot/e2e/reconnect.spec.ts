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
    const texts = person.page.getByRole("log").locator("p.text");
    await expect(texts).toHaveText([
      "before",
      "while you were away",
      "written offline",
      "and one more",
    ]);
  }
});
