import { beforeEach, describe, expect, it } from "vitest";
import type { Profile } from "../contract/generated.ts";
import { Failure } from "../model/Failure.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeDrafts, FakePage } from "../testing/FakePage.ts";
import { ME } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import { AppViewModel, type RunningChat } from "./AppViewModel.svelte.ts";
import type { ChatViewModel } from "./ChatViewModel.svelte.ts";
import type { SignInViewModel } from "./SignInViewModel.svelte.ts";

describe("AppViewModel", () => {
  let clock: FakeClock;
  let drafts: FakeDrafts;
  let answer: () => Promise<Profile>;
  let logOut: () => Promise<void>;
  let opened: string[];
  let disposed: string[];
  let endSession: () => void;
  let app: AppViewModel;

  beforeEach(() => {
    clock = new FakeClock();
    drafts = new FakeDrafts();
    answer = () => Promise.resolve(ME);
    logOut = () => Promise.resolve();
    opened = [];
    disposed = [];
    app = new AppViewModel({
      session: {
        me: () => answer(),
        logIn: () => answer(),
        signUp: () => answer(),
        logOut: () => logOut(),
      },
      openChat: (me): RunningChat => {
        opened.push(me.account);
        return {
          me,
          view: { connection: { waiting: 2 } } as unknown as ChatViewModel,
          connect: (sessionOver) => {
            endSession = sessionOver;
          },
          dispose: () => disposed.push(me.account),
        };
      },
      page: new FakePage(),
      drafts,
      clock,
      random: () => 0.5,
    });
  });

  const refuse = (code: number, field?: string) => (): Promise<Profile> =>
    Promise.reject(new Failure(code, "server", field));
  const form = (): SignInViewModel =>
    app.screen.kind === "signIn" ? app.screen.form : expect.fail(app.screen.kind);

  async function submit(password = "password"): Promise<SignInViewModel> {
    const shown = form();
    shown.username = "me";
    shown.password = password;
    await shown.submit();
    return shown;
  }

  it("goesOnWithTheSessionThatIsThere", async () => {
    await app.start();
    expect(app.screen.kind).toBe("chat");
    expect(opened).toEqual(["me"]);
  });

  it("looksAfterTheSessionOfAPageThatStaysOpen", async () => {
    await app.start();
    let asked = 0;
    answer = () => {
      asked += 1;
      return asked === 1 ? Promise.reject(Failure.unavailable("connection")) : Promise.resolve(ME);
    };
    await clock.pass(37 * 3_600_000);
    expect(asked).toBe(3);
    endSession();
    await clock.pass(37 * 3_600_000);
    expect(asked).toBe(3);
  });

  it("asksToSignInWithoutASession", async () => {
    answer = refuse(3000);
    await app.start();
    answer = () => Promise.resolve(ME);
    await submit();
    expect(app.screen.kind).toBe("chat");
  });

  it("triesAgainWhenTheServerCannotBeReached", async () => {
    answer = () => Promise.reject(Failure.unavailable("connection"));
    await app.start();
    expect(app.screen.kind).toBe("unreachable");
    answer = () => Promise.resolve(ME);
    await clock.pass(31_000);
    expect(app.screen.kind).toBe("chat");
  });

  it("tellsWhatIsWrongByField", async () => {
    answer = refuse(3000);
    await app.start();
    expect((await submit("")).problems.password).toBe(text.signIn.missingPassword);
    answer = refuse(1007);
    expect((await submit()).problem).toBe(text.failures.wrongCredentials);
    form().switchMode();
    answer = refuse(1005);
    expect((await submit()).problems.username).toBe(text.failures.usernameTaken);
    answer = refuse(1000, "password");
    expect((await submit()).problems.password).toBe(text.failures.password);
    answer = refuse(2001);
    expect((await submit()).problem).toBe(text.failures.rateLimited);
  });

  it("keepsTheChatOfAnAccountWhoseSessionEndedUntilItSignsInAgain", async () => {
    await app.start();
    endSession();
    expect(form().notice).toBe(text.signIn.sessionOver);
    await submit();
    expect(app.screen.kind).toBe("chat");
    expect(opened).toEqual(["me"]);
    endSession();
    answer = () => Promise.resolve({ ...ME, account: "other" });
    await submit();
    expect(opened).toEqual(["me", "other"]);
    expect(disposed).toEqual(["me"]);
  });

  it("forgetsEverythingAtLogOut", async () => {
    await app.start();
    drafts.write("a", "draft");
    expect(app.unsent).toBe(2);
    expect(await app.logOut()).toBe(true);
    expect(disposed).toEqual(["me"]);
    expect(drafts.texts.size).toBe(0);
    expect(form().notice).toBeUndefined();
    expect(app.unsent).toBe(0);
  });

  it("staysWhenTheServerCannotBeToldOfTheLogOut", async () => {
    await app.start();
    logOut = () => Promise.reject(Failure.unavailable("connection"));
    expect(await app.logOut()).toBe(false);
    expect(app.screen.kind).toBe("chat");
    expect(app.logOutProblem).toBe(text.logOut.failed);
    await settled();
    expect(disposed).toEqual([]);
  });
});
