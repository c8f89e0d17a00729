import { beforeEach, describe, expect, it } from "vitest";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeMark, FakePage } from "../testing/FakePage.ts";
import { refusal } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import { AppViewModel } from "./AppViewModel.svelte.ts";
import type { ConfirmViewModel } from "./ConfirmViewModel.svelte.ts";

describe("ConfirmViewModel", () => {
  let page: FakePage;
  let app: AppViewModel;
  let used: string[];
  let confirm: () => Promise<void>;

  beforeEach(() => {
    page = new FakePage();
    used = [];
    confirm = () => Promise.resolve();
    const nobody = (): Promise<never> => Promise.reject(refusal("SIGNED_OUT"));
    app = new AppViewModel({
      session: {
        me: nobody,
        logIn: nobody,
        signUp: nobody,
        logOut: () => Promise.resolve(),
        signUpPolicy: () => Promise.resolve("open"),
        askReset: () => Promise.resolve(),
        useReset: () => Promise.resolve(),
        confirmEmail: (secret) => {
          used.push(secret);
          return confirm();
        },
      },
      openChat: () => expect.fail("nobody is signed in"),
      page,
      mark: new FakeMark(),
      forgetAccount: () => undefined,
      onForgotten: () => undefined,
      clock: new FakeClock(),
      random: () => 0.5,
    });
  });

  const form = (): ConfirmViewModel =>
    app.screen.kind === "confirm" ? app.screen.form : expect.fail(app.screen.kind);

  it("takesTheSecretOutOfTheAddressAndWaitsForSomebodyToSayYes", async () => {
    page.place = "confirm/secret-of-a-link";
    await app.start();
    expect(page.place).toBe("");
    expect(used).toEqual([]);
    expect(await form().submit()).toBe(true);
    expect(await form().submit()).toBe(true);
    expect(used).toEqual(["secret-of-a-link"]);
    form().back();
    await settled();
    expect(app.screen.kind).toBe("signIn");
  });

  it("saysThatALinkIsUselessAndTriesAgain", async () => {
    page.place = "confirm/old";
    await app.start();
    confirm = () => Promise.reject(refusal("FORBIDDEN"));
    expect(await form().submit()).toBe(false);
    expect(form().problem).toBe(text.confirm.useless);
    confirm = () => Promise.resolve();
    expect(await form().submit()).toBe(true);
    expect(form().problem).toBeUndefined();
  });
});
