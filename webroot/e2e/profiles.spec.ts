import { Buffer } from "node:buffer";
import { expect, test, type Locator, type Page } from "@playwright/test";
import { Person, unique } from "./person.ts";
import { expectPicture, PICTURE } from "./picture.ts";

async function openSettings({ page }: Person): Promise<void> {
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
}

const section = (page: Page, name: string): Locator => page.getByRole("region", { name });

test("a name, a status and a picture are seen by others without a reload", async ({ browser }) => {
  const ada = await (await Person.arrive(browser, unique("Ada"))).signUp();
  const grace = await (await Person.arrive(browser, unique("Grace"))).signUp();
  const room = unique("Engines ");
  await ada.createRoom(room, "");
  await grace.joinRoom(room);
  await ada.say("Hello there");
  await expect(grace.message("Hello there")).toContainText(ada.name);

  await openSettings(ada);
  const profile = section(ada.page, "Profile");
  const name = unique("Countess");
  await profile.getByLabel("Name to show").fill(name);
  await profile.getByLabel("Status").fill("At the engine");
  await profile.getByLabel("Emoji").selectOption("🎧");
  await profile.getByLabel("Ends").selectOption("In an hour");
  await profile.getByRole("button", { name: "Save" }).click();
  await expect(profile.getByText("Saved.")).toBeVisible();
  await ada.expectAccessible();
  await expect(grace.message("Hello there")).toContainText(name);
  await expect(
    grace.message("Hello there").getByRole("img", { name: "Status: At the engine" }),
  ).toHaveText("🎧");

  await test.step("the part of a picture is chosen with the keyboard", async () => {
    const picture = section(ada.page, "Picture");
    await picture.getByLabel("Choose a picture").setInputFiles(PICTURE);
    await picture.getByLabel("Zoom").press("ArrowRight");
    await picture.getByLabel("Left or right").press("End");
    await ada.expectAccessible();
    await picture.getByRole("button", { name: "Show this part" }).click();
    await expect(picture.getByText("Your picture is changed.")).toBeVisible();
    await expectPicture(grace.message("Hello there"));
    await grace.page.getByTitle("Members", { exact: true }).click();
    const members = grace.page.getByRole("dialog", { name: `Members of ${room}` });
    const line = members.getByRole("listitem").filter({ hasText: name });
    await expectPicture(line);
    await expect(line.getByRole("img", { name: "Status: At the engine" })).toHaveText("🎧");
    await grace.expectAccessible();
    await picture
      .getByLabel("Choose a picture")
      .setInputFiles({ name: "me.txt", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await expect(picture.getByText("This file is no picture")).toBeVisible();
    await picture.getByRole("button", { name: "Remove the picture" }).click();
    await expect(line.locator("img")).toHaveCount(0);
    await members.getByRole("button", { name: "Done" }).click();
    await expect(grace.message("Hello there").locator("img")).toHaveCount(0);
  });

  await profile.getByRole("button", { name: "Clear status" }).click();
  await expect(grace.message("Hello there").getByRole("img", { name: "Status" })).toHaveCount(0);
  ada.expectNoProblems();
  grace.expectNoProblems();
});

test("a deleted account leaves its messages and nothing else", async ({ browser }) => {
  const ada = await (await Person.arrive(browser, unique("Ada"))).signUp();
  const grace = await (await Person.arrive(browser, unique("Grace"))).signUp();
  const room = unique("Farewell ");
  await ada.createRoom(room, "");
  await grace.joinRoom(room);
  await ada.say("I was here");
  await expect(grace.message("I was here")).toContainText(ada.name);

  await openSettings(ada);
  const deletion = section(ada.page, "Delete account");
  await deletion.getByLabel("Your password, to delete the account").fill(`secret of ${ada.name}`);
  await deletion.getByRole("button", { name: "Delete my account" }).click();
  const dialog = ada.page.getByRole("dialog", { name: "Delete your account for good?" });
  await ada.expectAccessible();
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await deletion.getByRole("button", { name: "Delete my account" }).click();
  await dialog.getByRole("button", { name: "Delete for good" }).click();
  await expect(ada.page.getByText("Your account is deleted.")).toBeVisible();

  await expect(grace.message("I was here")).toContainText("Deleted account");
  await ada.page.getByLabel("User name").fill(ada.username);
  await ada.page.getByLabel("Password", { exact: true }).fill(`secret of ${ada.name}`);
  await ada.page.getByRole("button", { name: "Log in" }).click();
  await expect(ada.page.getByText("User name and password do not belong together.")).toBeVisible();
  grace.expectNoProblems();
});

test("who forgot the password is told what to do", async ({ browser }) => {
  const { page } = await Person.arrive(browser, unique("Oblivious"));
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("Enter your user name.")).toBeVisible();
  await page.getByLabel("User name").fill(unique("nobody"));
  await page.getByRole("button", { name: "Send me a link" }).click();
  await expect(page.getByText("a link is on its way")).toBeVisible();
  await page.getByRole("button", { name: "Back to logging in" }).click();
  await expect(page.getByRole("button", { name: "Log in" })).toBeVisible();
  await page.goto(`/#/reset/${"x".repeat(32)}`);
  await page.getByLabel("New password", { exact: true }).fill("a new password");
  await page.getByRole("button", { name: "Set the password" }).click();
  await expect(page.getByText("This link is not, or no longer, good.")).toBeVisible();
  expect(new URL(page.url()).hash).toBe("#/");
});
