import { expect, test } from "@playwright/test";
import { Person, unique } from "./person.ts";

test("two people find each other in a room and talk", async ({ browser }) => {
  const mara = await Person.arrive(browser, "Mara");
  await mara.expectAccessible();
  await mara.signUp();
  await mara.expectAccessible();
  const room = unique("Design ");
  await mara.createRoom(room, "How it looks and feels");
  await mara.expectAccessible();

  const tom = await Person.arrive(browser, "Tom", { colorScheme: "dark" });
  await tom.signUp();
  await tom.joinRoom(room);
  await expect(mara.page.getByText("2 members")).toBeAttached();

  await test.step("messages go both ways at once", async () => {
    await mara.say("Good morning, Tom!");
    await expect(mara.message("Good morning").getByRole("img", { name: "Sent" })).toBeVisible();
    await expect(tom.message("Good morning, Tom!")).toBeVisible();
    await tom.say("Hello Mara.\nSee https://example.org/colours (all of them)");
    await expect(mara.message("Hello Mara.")).toBeVisible();
    const link = mara.message("Hello Mara.").getByRole("link");
    await expect(link).toHaveAttribute("href", "https://example.org/colours");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await mara.say("<b>Lovely</b> & calm.");
    await expect(tom.message("<b>Lovely</b> & calm.")).toHaveCount(1);
  });
  await mara.expectAccessible();
  await tom.expectAccessible();

  await test.step("history and draft are there after a reload", async () => {
    await tom.page.getByRole("textbox", { name: /^Message to/ }).fill("not yet sent");
    await tom.page.reload();
    await tom.isIn(room);
    await expect(tom.page.getByRole("log").getByRole("article")).toHaveCount(3);
    await expect(tom.page.getByRole("textbox", { name: /^Message to/ })).toHaveValue(
      "not yet sent",
    );
  });

  await test.step("what is not looked at counts as unread", async () => {
    await tom.page.getByRole("link", { name: "Browse rooms" }).click();
    await tom.page.getByLabel("Search rooms by name").fill(room);
    await expect(tom.page.getByRole("button", { name: `Open ${room}` })).toBeVisible();
    await tom.expectAccessible();
    await mara.say("Still there?");
    await mara.say("Hello?");
    await expect(tom.page.getByText("2 unread messages")).toBeAttached();
    await expect(tom.page).toHaveTitle(/^\(2\)/);
    await tom.page.getByRole("link", { name: new RegExp(room) }).click();
    await expect(tom.page.getByRole("log").getByText("New messages")).toBeVisible();
    await expect(tom.message("Hello?")).toBeVisible();
    await expect(tom.page).not.toHaveTitle(/^\(/);
  });

  await test.step("who leaves is out and hears nothing more", async () => {
    await tom.page.getByRole("button", { name: "Leave room" }).click();
    await tom.expectAccessible();
    await tom.page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
    await expect(tom.page.getByRole("link", { name: new RegExp(room) })).toHaveCount(0);
    await mara.say("Tom is gone.");
    await expect(mara.message("Tom is gone.").getByRole("img", { name: "Sent" })).toBeVisible();
    await expect(mara.page.getByText("1 member", { exact: true })).toBeAttached();
  });

  await test.step("who logs out is asked to sign in, after a reload too", async () => {
    await tom.page.getByRole("button", { name: "Log out" }).click();
    await tom.expectAccessible();
    await tom.page.getByRole("dialog").getByRole("button", { name: "Log out" }).click();
    await expect(tom.page.getByLabel("User name")).toBeVisible();
    await tom.page.reload();
    await expect(tom.page.getByLabel("User name")).toBeVisible();
  });
  mara.expectNoProblems();
  tom.expectNoProblems();
});

test("a first visit asks the server for nothing that it must refuse", async ({ browser }) => {
  const mara = await Person.arrive(browser, "Mara");
  const asked: string[] = [];
  mara.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await mara.page.reload();
  await expect(mara.page.getByLabel("User name")).toBeVisible();
  expect(asked).toContain("/");
  expect(asked.filter((path) => path.startsWith("/api"))).toEqual(["/api/sign-up"]);
  mara.expectNoProblems();
  await mara.signUp();
  await mara.page.reload();
  await expect(mara.page.getByRole("button", { name: "Log out" })).toBeVisible();
  mara.expectNoProblems();
});

test("who logs out in one tab is out in all of them", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const room = unique("Secret ");
  await mara.createRoom(room, "");
  await mara.say("between us");
  await expect(mara.message("between us").getByRole("img", { name: "Sent" })).toBeVisible();
  const second = await mara.page.context().newPage();
  await second.goto("/");
  await second.getByRole("button", { name: "Log out" }).click();
  await second.getByRole("dialog").getByRole("button", { name: "Log out" }).click();

  const { page } = mara;
  await expect(page.getByLabel("User name")).toBeVisible();
  await expect(page.getByText("between us")).toHaveCount(0);
  await page.getByRole("button", { name: "Sign up" }).click();
  await page.getByLabel("User name").fill(unique("other"));
  await page.getByLabel("Password", { exact: true }).fill("another secret");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("No rooms yet").first()).toBeVisible();
  await expect(page.getByText(room)).toHaveCount(0);
});

test("signing up and logging in say what is wrong", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const other = await Person.arrive(browser, "Other");
  const { page } = other;
  const username = page.getByLabel("User name");
  const password = page.getByLabel("Password", { exact: true });

  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("Enter your user name.")).toBeVisible();
  await expect(username).toBeFocused();
  await expect(username).toHaveAttribute("autocomplete", "username");
  await expect(password).toHaveAttribute("autocomplete", "current-password");
  await username.fill(mara.username);
  await password.fill("not her password");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Log in" }).click();
  await expect(page.getByText("do not belong together")).toBeVisible();
  await other.expectAccessible();

  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(password).toHaveAttribute("autocomplete", "new-password");
  await password.fill("short");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("Use 8 to 200 characters")).toBeVisible();
  await expect(password).toBeFocused();
  await password.fill("long enough now");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("is taken")).toBeVisible();
  await username.fill("no spaces allowed");
  await page.getByRole("button", { name: "Sign up" }).click();
  await expect(page.getByText("Use 3 to 32 letters")).toBeVisible();
  await other.expectAccessible();
});

test("everything can be reached by keyboard", async ({ browser }) => {
  const mara = await (await Person.arrive(browser, "Mara")).signUp();
  const { page } = mara;
  const [first, second] = [unique("Alpha "), unique("Beta ")];
  await mara.createRoom(first, "");
  await mara.createRoom(second, "");

  await page.keyboard.press("Alt+ArrowDown");
  await mara.isIn(first);
  await page.keyboard.press("Alt+ArrowUp");
  await mara.isIn(second);

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
  await mara.expectAccessible();
  await page.keyboard.type("alpha");
  await page.keyboard.press("Enter");
  await mara.isIn(first);
  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);

  const composer = page.getByRole("textbox", { name: /^Message to/ });
  await composer.focus();
  await page.keyboard.type("one");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("two");
  await composer.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  await composer.dispatchEvent("keydown", { key: "Enter", keyCode: 229 });
  await expect(composer).toHaveValue("one\ntwo");
  await page.keyboard.press("Enter");
  await expect(mara.message("one")).toContainText("one\ntwo");
  mara.expectNoProblems();
});

test("a narrow screen shows one thing at a time", async ({ browser }) => {
  const mara = await Person.arrive(browser, "Mara", {
    viewport: { width: 320, height: 640 },
    hasTouch: true,
    isMobile: true,
  });
  await mara.signUp();
  const { page } = mara;
  const room = unique("A room with a rather long name ");
  await expect(page.getByRole("navigation", { name: "Conversations" })).toBeVisible();
  await mara.expectAccessible();
  await mara.createRoom(room, "and a topic that does not fit on so narrow a screen either");
  await expect(page.getByRole("navigation", { name: "Conversations" })).toBeHidden();
  const composer = page.getByRole("textbox", { name: /^Message to/ });
  await composer.fill("from the phone " + "x".repeat(80));
  await page.getByRole("button", { name: "Send" }).tap();
  await expect(mara.message("from the phone")).toBeVisible();
  await mara.expectAccessible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);

  await page.getByRole("button", { name: "Back to conversations" }).tap();
  await expect(page.getByRole("navigation", { name: "Conversations" })).toBeVisible();
  await page.getByRole("link", { name: "Browse rooms" }).tap();
  await mara.expectAccessible();
  await page.goBack();
  await expect(page.getByRole("link", { name: new RegExp(room) })).toBeVisible();
  mara.expectNoProblems();
});
