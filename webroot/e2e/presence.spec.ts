import { expect, test, type Locator, type Page } from "@playwright/test";
import { Person, unique } from "./person.ts";

/** Longer than a server takes to call somebody offline who is silent, whatever its settings. */
const GONE = { timeout: 45_000 };

/** The row of somebody among the conversations, if it says of them that they are so. */
function row(page: Page, name: string, state = ""): Locator {
  return page
    .getByRole("navigation", { name: "Conversations" })
    .getByRole("link", { name: new RegExp(`^${name}${state}\\b`) });
}

/** What the open conversation says about the other one. */
function told(page: Page, state: string): Locator {
  return page.getByRole("main").locator("header").getByText(state, { exact: true });
}

/** How far the name stands below the upper edge of its header, in pixels. */
async function nameOffset(page: Page): Promise<number> {
  const header = await page.getByRole("main").locator("header").boundingBox();
  const name = await page.getByRole("heading", { level: 1 }).boundingBox();
  return (name?.y ?? NaN) - (header?.y ?? NaN);
}

/** Opens the conversation with somebody, who is found by name. */
async function openWith(person: Person, other: Person): Promise<void> {
  await other.openTo("everybody");
  await person.page.getByRole("button", { name: "New conversation" }).click();
  const dialog = person.page.getByRole("dialog");
  await dialog.getByRole("combobox").fill(other.username);
  await dialog.getByRole("option", { name: other.name }).click();
  await person.isIn(other.name);
}

test("people see who is there, in as many tabs as they have open", async ({ browser }) => {
  const ada = await (await Person.arrive(browser, unique("Ada"))).signUp();
  const grace = await (await Person.arrive(browser, unique("Grace"))).signUp();
  await grace.openTo("everybody");
  const graces = grace.page.context();

  await test.step("where people are found", async () => {
    await ada.page.getByRole("button", { name: "New conversation" }).click();
    const dialog = ada.page.getByRole("dialog");
    await dialog.getByRole("combobox").fill(grace.username);
    await expect(dialog.getByRole("option", { name: `${grace.name}, online` })).toBeVisible();
    await ada.expectAccessible();
    await ada.page.keyboard.press("Enter");
    await ada.isIn(grace.name);
  });

  await test.step("in the list and above the conversation", async () => {
    await expect(row(ada.page, grace.name, ", online")).toBeVisible();
    await expect(told(ada.page, "online")).toBeVisible();
    await ada.expectAccessible();
  });

  await test.step("one tab of two is closed, and nothing changes until the other one is", async () => {
    const witness = await (await Person.arrive(browser, unique("Kurt"))).signUp();
    await openWith(ada, witness);
    await expect(told(ada.page, "online")).toBeVisible();
    const second = await graces.newPage();
    await second.goto("/");
    await expect(second.getByRole("button", { name: "Log out" })).toBeVisible();
    await grace.page.close();
    await witness.page.context().close();
    await expect(told(ada.page, "offline")).toBeVisible(GONE);
    await expect(row(ada.page, witness.name, ", offline")).toBeVisible();
    await expect(row(ada.page, grace.name, ", online")).toBeVisible();
    await second.close();
    await expect(row(ada.page, grace.name, ", offline")).toBeVisible(GONE);
    await ada.expectAccessible();
  });

  await test.step("and who comes back is there at once", async () => {
    const again = await graces.newPage();
    await again.goto("/");
    await expect(row(ada.page, grace.name, ", online")).toBeVisible();
    await again.close();
  });
  ada.expectNoProblems();
});

test("who has no network is told nothing about others, and then what is true", async ({
  browser,
}) => {
  const ada = await (await Person.arrive(browser, unique("Ada"))).signUp();
  const grace = await (await Person.arrive(browser, unique("Grace"))).signUp();
  await openWith(ada, grace);
  await expect(told(ada.page, "online")).toBeVisible();
  const { page } = ada;
  const offset = await nameOffset(page);

  await page.context().setOffline(true);
  await expect(page.getByRole("status").filter({ hasText: "offline" })).toBeVisible({
    timeout: 20_000,
  });
  await expect(told(page, "online")).toHaveCount(0);
  await expect(row(page, grace.name)).toBeVisible();
  await expect(row(page, grace.name, ", online")).toHaveCount(0);
  expect(await nameOffset(page)).toBe(offset);
  await grace.page.context().close();

  await page.context().setOffline(false);
  await expect(told(page, "offline")).toBeVisible(GONE);
  await expect(row(page, grace.name, ", offline")).toBeVisible();
  expect(await nameOffset(page)).toBe(offset);
});

test("only who is in sight is watched", async ({ browser }) => {
  const ada = await Person.arrive(browser, unique("Ada"), {
    viewport: { width: 1280, height: 376 },
  });
  const asked: string[][] = [];
  ada.page.on("websocket", (socket) =>
    socket.on("framesent", ({ payload }) => {
      const frame = JSON.parse(payload.toString()) as {
        address?: string;
        body: { accounts: string[] };
      };
      if (frame.address === "gateway.presence.watch") {
        asked.push(frame.body.accounts);
      }
    }),
  );
  await ada.signUp();
  const others: Person[] = [];
  for (const name of ["Bo", "Cy", "Di", "Ed"]) {
    const other = await (await Person.arrive(browser, unique(name))).signUp();
    others.push(other);
    await openWith(ada, other);
    await ada.say(`Hello, ${name}`);
  }
  // Beside those in sight I am watched myself: my name is always there.
  const [first, last] = [others[0], others.at(-1)];
  if (first === undefined || last === undefined) {
    throw new Error("nobody is there");
  }
  await ada.page.goto("/#/rooms");
  await row(ada.page, last.name).scrollIntoViewIfNeeded();
  await expect(row(ada.page, last.name, ", online")).toBeVisible();
  await expect.poll(() => asked.at(-1)?.length).toBeLessThan(others.length + 1);
  await row(ada.page, first.name).scrollIntoViewIfNeeded();
  await expect(row(ada.page, first.name, ", online")).toBeVisible();
  expect(asked.at(-1)?.length).toBeLessThan(others.length + 1);
});

test("people choose how they appear, and whether it is told when they were last here", async ({
  browser,
}) => {
  const ada = await (await Person.arrive(browser, unique("Ada"))).signUp();
  const grace = await (await Person.arrive(browser, unique("Grace"))).signUp();
  await openWith(ada, grace);
  await expect(told(ada.page, "online")).toBeVisible();
  const mode = grace.page.getByRole("combobox", { name: "How you appear" });
  const seen = ada.page
    .getByRole("main")
    .locator("header")
    .getByText(/^last seen /);

  await mode.selectOption("Do not disturb");
  await expect(told(ada.page, "do not disturb")).toBeVisible();
  await expect(row(ada.page, grace.name, ", do not disturb")).toBeVisible();
  await ada.expectAccessible();
  await grace.expectAccessible();

  await mode.selectOption("Invisible");
  await expect(told(ada.page, "offline")).toBeVisible();
  await expect(seen).toHaveCount(0);

  await mode.selectOption("Automatic");
  await expect(told(ada.page, "online")).toBeVisible();
  await grace.page.getByRole("link", { name: "Settings" }).click();
  await grace.page.getByRole("checkbox", { name: "Share when I was last here" }).check();
  await expect(grace.page.getByText("Your choice is kept.")).toBeVisible();
  await grace.expectAccessible();
  await mode.selectOption("Invisible");
  await expect(seen).toBeVisible();
  await grace.page.getByRole("checkbox", { name: "Share when I was last here" }).uncheck();
  await expect(told(ada.page, "offline")).toBeVisible();
  await expect(seen).toHaveCount(0);
  ada.expectNoProblems();
});
