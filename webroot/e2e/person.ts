import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Browser, type BrowserContextOptions, type Page } from "@playwright/test";

/** Unique in this run and between runs, so that tests share nothing. */
const RUN = Date.now().toString(36);
let count = 0;

export function unique(word: string): string {
  count += 1;
  return `${word}${RUN}${count}`;
}

/** Somebody with a browser of their own, who notices whatever goes wrong in it. */
export class Person {
  readonly problems: string[] = [];

  /** Somebody at a page that is there already. */
  constructor(
    readonly page: Page,
    readonly name: string,
    readonly username: string,
  ) {
    page.on("pageerror", (error) => this.problems.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") {
        this.problems.push(message.text());
      }
    });
  }

  static async arrive(
    browser: Browser,
    name: string,
    options: BrowserContextOptions = {},
    username = unique(name.toLowerCase()),
  ): Promise<Person> {
    const context = await browser.newContext(options);
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    const person = new Person(await context.newPage(), name, username);
    await person.page.goto("/");
    await expect(person.page.getByLabel("User name")).toBeVisible();
    return person;
  }

  async signUp(): Promise<this> {
    const { page } = this;
    await page.getByRole("button", { name: "Sign up" }).click();
    await page.getByLabel("Name to show").fill(this.name);
    await page.getByLabel("User name").fill(this.username);
    await page.getByLabel("Password", { exact: true }).fill(`secret of ${this.name}`);
    await page.getByRole("button", { name: "Sign up" }).click();
    await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();
    return this;
  }

  async logIn(username: string, name: string): Promise<this> {
    const { page } = this;
    await page.getByLabel("User name").fill(username);
    await page.getByLabel("Password", { exact: true }).fill(`secret of ${name}`);
    await page.getByRole("button", { name: "Log in" }).click();
    await expect(page.getByRole("button", { name: "Log out" })).toBeVisible();
    return this;
  }

  /** Chooses who may write to this person, as any program of theirs would. */
  async openTo(to: "friends" | "rooms" | "everybody"): Promise<void> {
    await this.page.evaluate(
      (to) =>
        new Promise<void>((resolve, reject) => {
          const socket = new WebSocket(`ws://${location.host}/eventbus/websocket`);
          const request = { type: "send", address: "chat.account.open", replyAddress: "1" };
          socket.onopen = () => socket.send(JSON.stringify({ ...request, body: { to } }));
          socket.onerror = () => reject(new Error("the socket broke"));
          socket.onmessage = ({ data }: MessageEvent<string | Blob>) => {
            void new Response(data).text().then((frame) => {
              socket.close();
              if (frame.includes('"type":"rec"')) {
                resolve();
              } else {
                reject(new Error(frame));
              }
            });
          };
        }),
      to,
    );
  }

  async createRoom(name: string, topic: string): Promise<void> {
    const { page } = this;
    await page.getByRole("button", { name: "New room" }).first().click();
    const dialog = page.getByRole("dialog", { name: "New room" });
    await dialog.getByLabel("Name").fill(name);
    await dialog.getByLabel("Topic").fill(topic);
    await dialog.getByRole("button", { name: "Create room" }).click();
    await this.isIn(name);
  }

  /** Finds a room in the directory and joins it. */
  async joinRoom(name: string): Promise<void> {
    const { page } = this;
    await page.getByRole("link", { name: "Browse rooms" }).first().click();
    await page.getByLabel("Search rooms by name").fill(name);
    await page.getByRole("button", { name: `Join ${name}` }).click();
    await this.isIn(name);
  }

  async isIn(name: string): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name })).toBeVisible();
  }

  async say(text: string): Promise<void> {
    const composer = this.page.getByRole("textbox", { name: /^Message to/ });
    await composer.fill(text);
    await composer.press("Enter");
    await expect(composer).toHaveValue("");
  }

  /** A message in the timeline, by its text. */
  message(text: string): ReturnType<Page["locator"]> {
    return this.page.getByRole("log").getByRole("article").filter({ hasText: text });
  }

  /** Everything that the accessibility rules find wrong with what is on the screen. */
  async expectAccessible(): Promise<void> {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await new AxeBuilder({ page: this.page }).withTags(tags).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join(" ")}`);
    expect(found).toEqual([]);
  }

  expectNoProblems(): void {
    expect(this.problems).toEqual([]);
  }
}
