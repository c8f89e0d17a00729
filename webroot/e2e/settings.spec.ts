import { expect, test, type Locator } from "@playwright/test";
import { Person, unique } from "./person.ts";

/** Within which a device that was signed out shows the form to log in. */
const PROMISED_MS = 2_000;

async function openSettings({ page }: Person): Promise<void> {
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
}

const devicesOf = ({ page }: Person): Locator =>
  page.getByRole("list", { name: "Devices" }).getByRole("listitem");

test("who signs out another device stays, and the other is out at once", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const phone = await Person.arrive(browser, "Mara", {
    userAgent: "Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0",
  });
  await phone.logIn(mara.username, "Mara");
  await openSettings(mara);
  await expect(devicesOf(mara)).toHaveCount(2);
  await expect(devicesOf(mara).first()).toContainText("This device");
  await expect(devicesOf(mara).first().getByRole("button")).toHaveCount(0);
  await mara.expectAccessible();

  await mara.page.getByRole("button", { name: "Sign out Firefox on Android" }).click();
  const dialog = mara.page.getByRole("dialog", { name: "Sign out Firefox on Android?" });
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(devicesOf(mara)).toHaveCount(2);
  await mara.page.getByRole("button", { name: "Sign out Firefox on Android" }).click();
  await mara.expectAccessible();
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await expect(phone.page.getByLabel("User name")).toBeVisible({ timeout: PROMISED_MS });
  await expect(phone.page.getByText("Your session has ended.")).toBeVisible();
  await expect(devicesOf(mara)).toHaveCount(1);
  await expect(mara.page.getByText("Firefox on Android is signed out.")).toBeVisible();
  await expect(mara.page.getByText("You are signed in nowhere else.")).toBeVisible();

  await test.step("the list is read anew on each visit, a reload too", async () => {
    await phone.logIn(mara.username, "Mara");
    await mara.page.reload();
    await expect(devicesOf(mara)).toHaveCount(2);
    await phone.page.getByRole("button", { name: "Log out" }).click();
    await phone.page.getByRole("dialog").getByRole("button", { name: "Log out" }).click();
    await expect(phone.page.getByLabel("User name")).toBeVisible();
    await mara.page.goBack();
    await expect(mara.page.getByRole("heading", { name: "Settings" })).toHaveCount(0);
    await mara.page.goForward();
    await expect(devicesOf(mara)).toHaveCount(1);
  });
  mara.expectNoProblems();
});

test("a new password signs out the others and opens the account", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const desk = await (await Person.arrive(browser, "Mara")).logIn(mara.username, "Mara");
  await openSettings(mara);
  await expect(devicesOf(mara)).toHaveCount(2);
  const { page } = mara;
  const current = page.getByLabel("Current password", { exact: true });
  const next = page.getByLabel("New password", { exact: true });
  const change = page.getByRole("button", { name: "Change password" });

  await change.click();
  await expect(current).toBeFocused();
  await expect(page.getByText("Enter a new password.")).toBeVisible();
  await current.fill("not her password");
  await next.fill("staple of a donkey");
  await change.click();
  await expect(page.getByText("This is not your current password.")).toBeVisible();
  await expect(current).toBeFocused();
  await current.fill("secret of Mara");
  await next.fill("short");
  await page.getByRole("button", { name: "Show new password" }).click();
  await expect(next).toHaveAttribute("type", "text");
  await change.click();
  await expect(page.getByText("Use 8 to 200 characters")).toBeVisible();
  await expect(next).toBeFocused();
  await mara.expectAccessible();

  await next.fill("staple of a donkey");
  await page.keyboard.press("Enter");
  await expect(desk.page.getByLabel("User name")).toBeVisible({ timeout: PROMISED_MS });
  await expect(page.getByText("All other devices were signed out.")).toBeVisible();
  await expect(current).toHaveValue("");
  await expect(devicesOf(mara)).toHaveCount(1);
  await mara.expectAccessible();

  await desk.page.getByLabel("User name").fill(mara.username);
  await desk.page.getByLabel("Password", { exact: true }).fill("secret of Mara");
  await desk.page.getByRole("button", { name: "Log in" }).click();
  await expect(desk.page.getByText("do not belong together")).toBeVisible();
  await desk.page.getByLabel("Password", { exact: true }).fill("staple of a donkey");
  await desk.page.getByRole("button", { name: "Log in" }).click();
  await expect(desk.page.getByRole("button", { name: "Log out" })).toBeVisible();
});

test("the settings fit a narrow screen and need no mouse", async ({ browser }) => {
  const mara = await Person.arrive(browser, "Mara", {
    viewport: { width: 320, height: 640 },
    colorScheme: "dark",
  });
  await mara.signUp();
  const { page } = mara;
  const other = await (await Person.arrive(browser, "Mara")).logIn(mara.username, "Mara");
  await page.getByRole("link", { name: "Settings" }).focus();
  await page.keyboard.press("Enter");
  await expect(devicesOf(mara)).toHaveCount(2);
  await mara.expectAccessible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);

  await page.getByRole("button", { name: /^Sign out/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Sign out" }).focus();
  await page.keyboard.press("Enter");
  await expect(devicesOf(mara)).toHaveCount(1);
  await expect(page.getByRole("list", { name: "Devices" })).toBeFocused();
  await expect(other.page.getByLabel("User name")).toBeVisible({ timeout: PROMISED_MS });

  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Current password", { exact: true })).toBeFocused();
  await page.getByText("Become administrator").first().focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Secret from the console").fill(unique("guess"));
  await page.keyboard.press("Enter");
  await expect(page.getByText("This secret is not, or no longer, good.")).toBeVisible();
  await mara.expectAccessible();
  await page.getByRole("button", { name: "Back to conversations" }).click();
  await expect(page.getByRole("navigation", { name: "Conversations" })).toBeVisible();
});

test("a list that cannot be read says so and is read again", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const { page } = mara;
  await page.route("**/api/sessions", (route) => route.abort());
  await openSettings(mara);
  await expect(page.getByText("Parley does not answer right now.")).toBeVisible();
  await page.unroute("**/api/sessions");
  await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
  await expect(devicesOf(mara)).toHaveCount(1);
});
