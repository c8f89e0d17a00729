import { expect, test } from "@playwright/test";
import { Person } from "./person.ts";

// Pictures for the documents, of a server without any data: PARLEY_SCREENSHOTS=1.
test.skip(process.env["PARLEY_SCREENSHOTS"] !== "1", "only when pictures are asked for");

const FOLDER = "../docs/screenshots";
const WIDE = { viewport: { width: 1280, height: 800 } };

test("pictures for the documents", async ({ browser }) => {
  const mara = await Person.arrive(browser, "Mara Lindqvist", WIDE, "mara");
  await mara.page.screenshot({ path: `${FOLDER}/sign-in.png` });
  await mara.signUp();
  const tom = await Person.arrive(browser, "Tom Okafor", { ...WIDE, colorScheme: "dark" }, "tom");
  await tom.signUp();
  const ines = await Person.arrive(
    browser,
    "Inês Duarte",
    { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true },
    "ines",
  );
  await ines.signUp();

  await mara.createRoom("Coffee break", "Everything but work");
  await mara.createRoom("Engineering", "Build, break, mend");
  await mara.createRoom("Design", "How it looks and feels");
  for (const person of [tom, ines]) {
    for (const room of ["Coffee break", "Engineering", "Design"]) {
      if (person === ines) {
        await ines.page.goto("/#/");
      }
      await person.joinRoom(room);
    }
  }
  const talk: readonly (readonly [Person, string])[] = [
    [mara, "Good morning! The new colours are on the board."],
    [tom, "Looking at them now."],
    [tom, "The teal works well in the dark, too."],
    [mara, "That was the hard one."],
  ];
  for (const [person, text] of talk) {
    await person.say(text);
    await expect(mara.message(text)).toBeVisible();
  }
  const composer = ines.page.getByRole("textbox", { name: /^Message to/ });
  await composer.fill(
    "Two notes:\n• the selected row could be calmer\n• the badge is hard to see on a small phone\n\nDetails: https://example.org/design/notes",
  );
  await ines.page.getByRole("button", { name: "Send" }).tap();
  await expect(mara.message("Two notes")).toBeVisible();
  await mara.say("Thanks, both are easy. Done by noon.");
  await expect(tom.message("Done by noon")).toBeVisible();
  await ines.page.screenshot({ path: `${FOLDER}/phone.png` });

  await ines.page.goto("/#/");
  await ines.page.getByRole("link", { name: /Coffee break/ }).click();
  await ines.isIn("Coffee break");
  await ines.page.getByRole("textbox", { name: /^Message to/ }).fill("Who joins at three?");
  await ines.page.getByRole("button", { name: "Send" }).tap();
  await expect(mara.page.getByText("1 unread message", { exact: true })).toBeAttached();
  await mara.page.screenshot({ path: `${FOLDER}/room-light.png` });
  await tom.page.screenshot({ path: `${FOLDER}/room-dark.png` });
  await tom.page.getByRole("link", { name: "Browse rooms" }).click();
  await expect(tom.page.getByRole("button", { name: "Open Design" })).toBeVisible();
  await tom.page.screenshot({ path: `${FOLDER}/directory-dark.png` });
});
