import { expect, test } from "@playwright/test";
import { Person, unique } from "./person.ts";

/** Of a server where signing up needs an invitation and nobody is administrator yet. */
const SECRET = process.env["PARLEY_ADMINISTRATOR_SECRET"] ?? "";

test.skip(SECRET === "", "needs a server of its own");

test("the first administrator invites somebody by a link", async ({ browser }) => {
  const mara = await Person.arrive(browser, "Mara", { permissions: ["clipboard-write"] });
  const { page } = mara;

  await test.step("signing up asks for an invitation; the secret of the console is one", async () => {
    await expect(page.getByText("You need an invitation.")).toBeVisible();
    await mara.expectAccessible();
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.getByLabel("User name").fill(mara.username);
    await page.getByLabel("Password", { exact: true }).fill("secret of Mara");
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByText("Enter your invitation.")).toBeVisible();
    await expect(page.getByLabel("Invitation")).toBeFocused();
    await page.getByLabel("Invitation").fill("x".repeat(32));
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByText("This invitation is not, or no longer, good.")).toBeVisible();
    await mara.expectAccessible();
    await page.getByLabel("Invitation").fill(SECRET);
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();
  });

  const link = await test.step("the secret makes administrator, who makes a link", async () => {
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByText("Become administrator").first().click();
    await page.getByLabel("Secret from the console").fill(SECRET);
    await page.getByRole("button", { name: "Become administrator" }).click();
    await expect(page.getByText("You are administrator now.")).toBeVisible();
    await page.getByRole("button", { name: "Make a link" }).click();
    await page.getByRole("button", { name: "Copy link" }).click();
    await expect(page.getByText("The link is copied.")).toBeVisible();
    await mara.expectAccessible();
    return page.getByLabel("Invitation link").inputValue();
  });
  expect(new URL(link).hash).toMatch(/^#\/invite\/[\w-]{32}$/);

  const tom = await Person.arrive(browser, "Tom");
  await test.step("the link opens the form to sign up and leaves the address", async () => {
    await tom.page.goto(link);
    await expect(tom.page.getByText("You have an invitation.")).toBeVisible();
    expect(new URL(tom.page.url()).hash).toBe("#/");
    await tom.expectAccessible();
    await tom.page.getByLabel("User name").fill(tom.username);
    await tom.page.getByLabel("Password", { exact: true }).fill("secret of Tom");
    await tom.page.getByRole("button", { name: "Sign up" }).click();
    await expect(tom.page.getByRole("button", { name: "Log out" })).toBeVisible();
    tom.expectNoProblems();
  });

  await test.step("who has an account is told that the link is not for them", async () => {
    await tom.page.goto(link);
    await expect(tom.page.getByRole("dialog", { name: "You have an account" })).toBeVisible();
    expect(tom.page.url()).not.toContain("invite");
    await tom.expectAccessible();
    await tom.page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await expect(tom.page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("a link that is used up is refused, and another can be entered", async () => {
    const ines = await Person.arrive(browser, "Ines");
    await ines.page.goto(link);
    await ines.page.getByLabel("User name").fill(unique("ines"));
    await ines.page.getByLabel("Password", { exact: true }).fill("secret of Ines");
    await ines.page.getByRole("button", { name: "Sign up" }).click();
    await expect(ines.page.getByText("This invitation is not, or no longer, good.")).toBeVisible();
    await expect(ines.page.getByLabel("Invitation")).toBeFocused();
    await page.getByRole("button", { name: "Make a link" }).click();
    await expect(page.getByLabel("Invitation link")).not.toHaveValue(link);
    await ines.page
      .getByLabel("Invitation")
      .fill(await page.getByLabel("Invitation link").inputValue());
    await ines.page.getByRole("button", { name: "Sign up" }).click();
    await expect(ines.page.getByRole("button", { name: "Log out" })).toBeVisible();
  });
});
