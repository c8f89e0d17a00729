import { expect, test } from "@playwright/test";
import { Person, unique } from "./person.ts";

test("messages are edited and deleted, and everybody sees it at once", async ({ browser }) => {
  const ruth = await Person.arrive(browser, "Ruth");
  await ruth.signUp();
  const room = unique("Second thoughts ");
  await ruth.createRoom(room, "What one would rather have said");
  const ben = await Person.arrive(browser, "Ben", { colorScheme: "dark" });
  await ben.signUp();
  await ben.joinRoom(room);
  await ben.say("see you on Tusday");
  await expect(ruth.message("see you on Tusday")).toBeVisible();

  await test.step("an arrow key edits the last one, Escape leaves it as it is", async () => {
    const composer = ben.page.getByRole("textbox", { name: /^Message to/ });
    await composer.focus();
    await composer.press("ArrowUp");
    const editor = ben.page.getByRole("textbox", { name: "New text of the message" });
    await expect(editor).toHaveValue("see you on Tusday");
    await ben.expectAccessible();
    await editor.fill("see you never");
    await editor.press("Escape");
    await expect(ben.message("see you on Tusday")).toBeVisible();
    await composer.press("ArrowUp");
    await editor.fill("see you on Tuesday");
    await editor.press("Enter");
    await expect(ruth.message("see you on Tuesday")).toContainText("(edited)");
    await expect(ruth.message("Tusday")).toHaveCount(0);
  });

  await test.step("what it said before is for everybody to see", async () => {
    await ruth
      .message("Tuesday")
      .getByRole("button", { name: /^Edited/ })
      .click();
    const dialog = ruth.page.getByRole("dialog", { name: "What it said before" });
    await expect(dialog).toContainText("see you on Tusday");
    await ruth.expectAccessible();
    await ruth.page.keyboard.press("Escape");
  });

  await test.step("an emoji is put under it and taken back", async () => {
    await ruth.message("Tuesday").hover();
    await ruth.message("Tuesday").getByRole("button", { name: "Add a reaction" }).click();
    await ruth.expectAccessible();
    await ruth.page.getByRole("button", { name: "React with \u{1F389}" }).click();
    const mine = ben.message("Tuesday").getByRole("button", { name: /^Ruth reacted/ });
    await expect(mine).toHaveAttribute("aria-pressed", "false");
    await mine.click();
    const both = ruth.message("Tuesday").getByRole("button", { name: /^You and Ben reacted/ });
    await expect(both).toContainText("2");
    await both.click();
    await expect(
      ben.message("Tuesday").getByRole("button", { name: /^You reacted/ }),
    ).toBeVisible();
    await ben.expectAccessible();
  });

  await test.step("others may not touch it, the owner may delete it", async () => {
    await ruth.say("mine");
    await ben.message("mine").hover();
    await expect(ben.message("mine").getByRole("button", { name: /message$/ })).toHaveCount(0);
    await ruth.message("Tuesday").hover();
    await expect(ruth.message("Tuesday").getByRole("button", { name: "Edit message" })).toHaveCount(
      0,
    );
    await ruth.message("Tuesday").getByRole("button", { name: "Delete message" }).click();
    await ruth.expectAccessible();
    await ruth.page.getByRole("dialog").getByRole("button", { name: "Delete message" }).click();
    await expect(ben.page.getByRole("log")).toContainText("Message deleted by Ruth");
    await expect(ruth.page.getByRole("log")).toContainText("You deleted this message");
    await expect(ben.message("Tuesday")).toHaveCount(0);
  });

  await test.step("it stays so after a reload", async () => {
    await ben.page.reload();
    await ben.isIn(room);
    await expect(ben.page.getByRole("log")).toContainText("Message deleted by Ruth");
    await expect(ben.page.getByRole("log")).not.toContainText("Tuesday");
  });
});
