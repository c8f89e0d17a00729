import { expect, test, type Locator } from "@playwright/test";
import { PAYLOADS } from "../src/testing/payloads.ts";
import { Person, unique } from "./person.ts";

/** Less than a message may have, so that the words around it fit, too. */
const ROOM_FOR_PAYLOADS = 3_950;

/** What no server takes: control characters that are neither ends of lines nor tabs. */
const REFUSED = /(?![\n\t])\p{Cc}/u;

test("no text that is sent does more than to be read", async ({ browser, baseURL }) => {
  const { mara, tom } = await twoInARoom(browser);
  const happened: string[] = [];
  for (const { page } of [mara, tom]) {
    page.on("dialog", (dialog) => {
      happened.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("popup", (popup) => happened.push(`a window: ${popup.url()}`));
    page.on("framenavigated", (frame) => happened.push(`a frame went to ${frame.url()}`));
    page.context().on("request", (request) => {
      if (new URL(request.url()).origin !== new URL(baseURL ?? "").origin) {
        happened.push(`a request to ${request.url()}`);
      }
    });
  }
  await mara.page.getByRole("button", { name: "Preview" }).click();
  const preview = mara.page.getByRole("region", { name: "Preview" });
  const composer = mara.page.getByRole("textbox", { name: /^Message to/ });
  const messages = messagesOf(PAYLOADS.filter((payload) => !REFUSED.test(payload)));
  expect(messages.length).toBeLessThan(30);

  for (const [number, payloads] of messages.entries()) {
    const sign = unique("sign");
    await composer.fill(`${sign}\n\n${payloads}`);
    await expect(preview).toContainText(sign);
    expect(await strangeIn(preview), `preview ${number}`).toEqual([]);
    await mara.page.getByRole("button", { name: "Send" }).click();
    const message = tom.message(sign);
    await expect(message).toBeVisible();
    expect(await strangeIn(message.locator(".text")), `message ${number}`).toEqual([]);
  }
  for (const payloads of messagesOf(PAYLOADS.filter((payload) => REFUSED.test(payload)))) {
    await composer.fill(`refused\n\n${payloads}`);
    await expect(preview).toContainText("refused");
    expect(await strangeIn(preview)).toEqual([]);
  }
  const elsewhere = tom.page.locator(
    "script:not([src]), iframe, object, embed, base, style, svg a",
  );
  await expect(elsewhere).toHaveCount(0);
  expect(happened).toEqual([]);
  mara.expectNoProblems();
  tom.expectNoProblems();
});

test("Markdown is seen as it was meant, and by its author before", async ({ browser }) => {
  const { mara, tom, room } = await twoInARoom(browser);
  const composer = mara.page.getByRole("textbox", { name: /^Message to/ });
  const toggle = mara.page.getByRole("button", { name: "Preview" });
  const preview = mara.page.getByRole("region", { name: "Preview" });
  const text = [
    "# Plan",
    "The **bold** and the *calm*,  two spaces",
    "and `a < b`.",
    "",
    "1. one",
    "   - inner",
    "2. [two.example](https://example.org/2)",
    "",
    "> said",
    "answered",
    "",
    "```js",
    "if (a)",
    "\tb();",
    "```",
    "",
    "مرحبا **بالجميع** ok",
    "",
    "- مرحبا",
  ].join("\n");

  await test.step("the author sees it while writing, by the keyboard alone", async () => {
    await composer.press("Alt+KeyP");
    await expect(preview).toContainText("as others will see it");
    await composer.fill(text);
    await expect(preview.locator("strong").first()).toHaveText("bold");
    await mara.expectAccessible();
    await composer.press("Tab");
    await expect(toggle).toBeFocused();
    await expect(toggle).toHaveAttribute("aria-pressed", "true");
    await mara.page.keyboard.press("Space");
    await expect(preview).toHaveCount(0);
    await mara.page.keyboard.press("Space");
    await expect(preview.locator("strong").first()).toHaveText("bold");
  });

  await test.step("others see the same", async () => {
    const previewed = await preview.locator("> div").innerHTML();
    await composer.press("Enter");
    const message = tom.message("Plan");
    await expect(message).toBeVisible();
    expect(await message.locator(".text > div").innerHTML()).toBe(previewed);
    const paragraph = message.locator("p", { hasText: "bold" });
    expect(await paragraph.innerText()).toBe("The bold and the calm,  two spaces\nand a < b.");
    await expect(message.getByRole("heading")).toHaveCount(0);
    await expect(message.locator("ol > li > ul > li")).toHaveText("inner");
    await expect(message.getByRole("link")).toHaveAttribute("target", "_blank");
    await expect(message).toContainText("two.example (https://example.org/2)");
    await expect(message.locator("blockquote")).toHaveText("said");
    await expect(message.locator("pre > code.language-js")).toHaveText("if (a)\n\tb();");
    await expect(message.locator("p", { hasText: "ok" })).toHaveCSS("direction", "rtl");
    await expect(message.locator("li", { hasText: "مرحبا" })).toHaveCSS("direction", "rtl");
    await expect(paragraph).toHaveCSS("direction", "ltr");
    await tom.expectAccessible();
  });

  await test.step("the list shows the words, and few emoji are large", async () => {
    const row = tom.page.getByRole("link", { name: new RegExp(room) });
    await expect(row).toContainText("Plan The bold and the calm, two spaces and a < b. one inner");
    await expect(preview).toContainText("as others will see it");
    await mara.say("🎉 👩🏽‍💻");
    const size = (message: Locator): Promise<number> =>
      message
        .locator("p")
        .last()
        .evaluate((p) => Number.parseFloat(getComputedStyle(p).fontSize));
    await expect(tom.message("🎉")).toBeVisible();
    expect(await size(tom.message("🎉"))).toBeGreaterThan(1.5 * (await size(tom.message("Plan"))));
  });
  mara.expectNoProblems();
  tom.expectNoProblems();
});

type Two = { readonly mara: Person; readonly tom: Person; readonly room: string };

async function twoInARoom(browser: Parameters<typeof Person.arrive>[0]): Promise<Two> {
  const arrive = async (name: string): Promise<Person> =>
    (await Person.arrive(browser, name)).signUp();
  const [mara, tom] = await Promise.all([arrive("Mara"), arrive("Tom")]);
  const room = unique("Marks ");
  await mara.createRoom(room, "What text can do");
  await tom.joinRoom(room);
  return { mara, tom, room };
}

/** As few messages as hold them all. Code that does not end would hide what follows in a message. */
function messagesOf(payloads: readonly string[]): readonly string[] {
  const messages: string[] = [];
  let open = "";
  for (const payload of payloads) {
    const endless = /^(?:```|~~~)/.test(payload) && !/(?:```|~~~)$/.test(payload);
    if (open.length + payload.length + 2 > ROOM_FOR_PAYLOADS) {
      messages.push(open);
      open = "";
    }
    open += `${payload}\n\n`;
    if (endless) {
      messages.push(open);
      open = "";
    }
  }
  return [...messages, open].filter((message) => message !== "");
}

/** Elements, attributes and links that the text of a message never has. */
function strangeIn(shown: Locator): Promise<readonly string[]> {
  return shown.evaluate((root) => {
    const ELEMENTS = "div p span strong em s code pre blockquote ul ol li a hr".split(" ");
    const ATTRIBUTES = "class dir start href target rel".split(" ");
    const strange: string[] = [];
    for (const element of root.querySelectorAll("*")) {
      if (!ELEMENTS.includes(element.localName)) {
        strange.push(`<${element.localName}>`);
      }
      for (const { name, value } of element.attributes) {
        const wellKnown = name !== "class" || /^[\w+#.\- ]*$/.test(value);
        if (!ATTRIBUTES.includes(name) || !wellKnown) {
          strange.push(`${element.localName} ${name}=${value}`);
        }
      }
      if (element instanceof HTMLAnchorElement) {
        const { protocol, username, target, rel } = element;
        const safe = /^(?:https?|mailto):$/.test(protocol) && username === "";
        if (!safe || target !== "_blank" || rel !== "noopener noreferrer") {
          strange.push(element.outerHTML);
        }
      }
    }
    return strange;
  });
}
