import { expect, test } from "@playwright/test";
import { Person, unique } from "./person.ts";

test("two people find each other by name and write alone", async ({ browser }) => {
  const mara = await Person.arrive(browser, unique("Mara"));
  await mara.signUp();
  const tom = await Person.arrive(browser, unique("Tom"), { colorScheme: "dark" });
  await tom.signUp();
  await tom.openTo("everybody");

  await test.step("one finds the other and opens their conversation", async () => {
    await mara.page.getByRole("button", { name: "New conversation" }).click();
    const dialog = mara.page.getByRole("dialog");
    await dialog.getByRole("combobox").fill(tom.username);
    await expect(dialog.getByRole("option")).toHaveCount(1);
    await mara.expectAccessible();
    await dialog.getByRole("option", { name: tom.name }).click();
    await mara.isIn(tom.name);
    await expect(mara.page).toHaveTitle(`${tom.name} · Parley`);
    await expect(mara.page.getByRole("button", { name: "Leave room" })).toHaveCount(0);
  });

  await test.step("it appears with the other, who did nothing", async () => {
    await expect(tom.page.getByRole("link", { name: new RegExp(mara.name) })).toBeVisible();
    await mara.say("Just the two of us");
    await expect(tom.page.getByText("1 unread message")).toBeAttached();
    await tom.page.getByRole("link", { name: new RegExp(mara.name) }).click();
    await expect(tom.message("Just the two of us")).toBeVisible();
    await tom.say("At last");
    await expect(mara.message("At last")).toBeVisible();
    await tom.expectAccessible();
  });

  await test.step("both find it again after a reload, once", async () => {
    for (const [person, other] of [
      [mara, tom],
      [tom, mara],
    ] as const) {
      await person.page.reload();
      await person.isIn(other.name);
      await expect(person.message("At last")).toBeVisible();
      await expect(person.page.getByRole("link", { name: new RegExp(other.name) })).toHaveCount(1);
    }
  });
  mara.expectNoProblems();
  tom.expectNoProblems();
});
