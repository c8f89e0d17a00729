import { beforeEach, describe, expect, it } from "vitest";
import type { FailureName } from "../contract/generated.ts";
import type { Me } from "../model/account.ts";
import { Failure } from "../model/Failure.ts";
import { FakeClock, settled } from "../testing/FakeClock.ts";
import { FakeMark, FakePage } from "../testing/FakePage.ts";
import { ME, refusal } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import { AppViewModel, type RunningChat } from "./AppViewModel.svelte.ts";
import type { ChatViewModel } from "./ChatViewModel.svelte.ts";
import type { SignInViewModel } from "./SignInViewModel.svelte.ts";

describe("AppViewModel", () => {
  let clock: FakeClock;
  let mark: FakeMark;
  let page: FakePage;
  let asked: number;
  let answer: () => Promise<Me>;
  let logOut: () => Promise<void>;
  let opened: string[];
  let disposed: string[];
  let forgotten: string[];
  let explained: number;
  let used: string[];
  let reset: () => Promise<void>;
  let endSession: () => void;
  let forgetElsewhere: (account: string) => void;
  let app: AppViewModel;

  beforeEach(() => {
    clock = new FakeClock();
    mark = new FakeMark();
    page = new FakePage();
    asked = 0;
    answer = () => Promise.resolve(ME);
    logOut = () => Promise.resolve();
    opened = [];
    disposed = [];
    forgotten = [];
    explained = 0;
    used = [];
    reset = () => Promise.resolve();
    app = new AppViewModel({
      session: {
        me: () => {
          asked += 1;
          return answer();
        },
        logIn: () => answer(),
        signUp: () => answer(),
        logOut: () => logOut(),
        signUpPolicy: () => Promise.resolve("open"),
        askReset: () => Promise.resolve(),
        useReset: (secret) => {
          used.push(secret);
          return reset();
        },
        confirmEmail: () => Promise.resolve(),
      },
      openChat: (me): RunningChat => {
        opened.push(me.account);
        return {
          me,
          view: {
            connection: { unsent: 2, inPageOnly: 1, unkept: 1 },
            explainInvite: () => (explained += 1),
          } as unknown as ChatViewModel,
          connect: (sessionOver) => {
            endSession = sessionOver;
          },
          dispose: () => disposed.push(me.account),
        };
      },
      page,
      mark,
      forgetAccount: (account) => forgotten.push(account),
      onForgotten: (hear) => {
        forgetElsewhere = hear;
      },
      clock,
      random: () => 0.5,
    });
  });

  const refuse = (name: FailureName, field?: string) => (): Promise<Me> =>
    Promise.reject(refusal(name, field));
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

  it("setsAPasswordByALinkThatLeavesTheAddress", async () => {
    page.place = "reset/secret-of-a-link";
    await app.start();
    expect(page.place).toBe("");
    expect(opened).toEqual([]);
    const shown = app.screen.kind === "reset" ? app.screen.form : expect.fail(app.screen.kind);
    expect(shown.setting).toBe(true);
    expect(await shown.submit()).toBe(false);
    shown.password = "a new password";
    reset = () => Promise.reject(refusal("FORBIDDEN"));
    expect(await shown.submit()).toBe(false);
    expect(shown.problem).toBe(text.reset.useless);
    reset = () => Promise.resolve();
    expect(await shown.submit()).toBe(true);
    expect(used).toEqual(["secret-of-a-link", "secret-of-a-link"]);
    shown.back();
    await settled();
    expect(app.screen.kind).toBe("chat");
  });

  it("keepsNothingOfADeletedAccount", async () => {
    await app.start();
    app.accountDeleted();
    expect(disposed).toEqual(["me"]);
    expect(forgotten).toEqual(["me"]);
    expect(mark.who).toBeUndefined();
    expect(form().notice).toBe(text.settings.deletion.done);
  });

  it("looksAfterTheSessionOfAPageThatStaysOpen", async () => {
    await app.start();
    answer = () =>
      asked === 2 ? Promise.reject(Failure.unavailable("connection")) : Promise.resolve(ME);
    await clock.pass(37 * 3_600_000);
    expect(asked).toBe(4);
    endSession();
    await clock.pass(37 * 3_600_000);
    expect(asked).toBe(4);
  });

  it("asksToSignInWithoutASession", async () => {
    answer = refuse("SESSION_EXPIRED");
    await app.start();
    answer = () => Promise.resolve(ME);
    await submit();
    expect(app.screen.kind).toBe("chat");
  });

  it("asksTheServerNothingWhereNobodyEverSignedIn", async () => {
    mark.set = false;
    await app.start();
    expect(asked).toBe(0);
    expect(form().notice).toBeUndefined();
    await submit();
    expect(mark.set).toBe(true);
  });

  it("asksTheServerNothingAfterLoggingOut", async () => {
    await app.start();
    await app.logOut();
    const before = asked;
    await app.start();
    expect(asked).toBe(before);
    expect(app.screen.kind).toBe("signIn");
  });

  it("asksOnceMoreAfterASessionThatEndedByItself", async () => {
    answer = refuse("SESSION_EXPIRED");
    await app.start();
    await app.start();
    expect(asked).toBe(1);
  });

  it("leavesTheMarkOfOtherPagesWhenItsOwnSessionEnds", async () => {
    await app.start();
    endSession();
    expect(mark.set).toBe(true);
  });

  it("showsWhatIsKnownOfWhoWasHereWithoutAskingFirst", async () => {
    mark.who = ME;
    answer = () => Promise.reject(Failure.unavailable("connection"));
    await app.start();
    expect(app.screen.kind).toBe("chat");
    expect([opened, asked]).toEqual([["me"], 0]);
    endSession();
    expect(form().notice).toBe(text.signIn.sessionOver(2, 1));
    expect(mark.who).toBeUndefined();
    answer = () => Promise.resolve({ ...ME, account: "other" });
    await submit();
    expect(mark.who).toMatchObject({ account: "other" });
    expect([opened, disposed]).toEqual([["me", "other"], ["me"]]);
    await app.logOut();
    expect(mark.who).toBeUndefined();
  });

  it("triesAgainWhenTheServerCannotBeReached", async () => {
    answer = () => Promise.reject(Failure.unavailable("connection"));
    await app.start();
    expect(app.screen.kind).toBe("unreachable");
    expect(mark.set).toBe(true);
    answer = () => Promise.resolve(ME);
    await clock.pass(31_000);
    expect(app.screen.kind).toBe("chat");
  });

  it("tellsWhatIsWrongByField", async () => {
    answer = refuse("SESSION_EXPIRED");
    await app.start();
    expect((await submit("")).problems.password).toBe(text.signIn.missingPassword);
    answer = refuse("WRONG_CREDENTIALS");
    expect((await submit()).problem).toBe(text.failures.wrongCredentials);
    form().switchMode();
    answer = refuse("NAME_TAKEN");
    expect((await submit()).problems.username).toBe(text.failures.usernameTaken);
    answer = refuse("MALFORMED", "password");
    expect((await submit()).problems.password).toBe(text.failures.password);
    answer = refuse("RATE_LIMITED");
    expect((await submit()).problem).toBe(text.failures.rateLimited);
  });

  it("keepsTheChatOfAnAccountWhoseSessionEndedUntilItSignsInAgain", async () => {
    await app.start();
    endSession();
    expect(form().notice).toBe(text.signIn.sessionOver(2, 1));
    await submit();
    expect(app.screen.kind).toBe("chat");
    expect(opened).toEqual(["me"]);
    page.place = "room/a";
    endSession();
    answer = () => Promise.resolve({ ...ME, account: "other" });
    await submit();
    expect(opened).toEqual(["me", "other"]);
    expect(disposed).toEqual(["me"]);
    expect(forgotten).toEqual([]);
    expect(page.place).toBe("");
  });

  it("forgetsEverythingAtLogOut", async () => {
    await app.start();
    expect(app.unsent).toBe(2);
    expect(await app.logOut()).toBe(true);
    expect(disposed).toEqual(["me"]);
    expect(forgotten).toEqual(["me"]);
    expect(form().notice).toBeUndefined();
    expect(app.unsent).toBe(0);
  });

  it("isOutAtOnceWhenAnotherPageLogsOut", async () => {
    await app.start();
    forgetElsewhere("somebody else");
    expect(app.screen.kind).toBe("chat");
    forgetElsewhere("me");
    expect(form().notice).toBeUndefined();
    expect([disposed, forgotten]).toEqual([["me"], []]);
    expect(app.unsent).toBe(0);
    forgetElsewhere("me");
    expect(disposed).toEqual(["me"]);
  });

  it("staysWhenTheServerCannotBeToldOfTheLogOut", async () => {
    await app.start();
    logOut = () => Promise.reject(Failure.unavailable("connection"));
    expect(await app.logOut()).toBe(false);
    expect(app.screen.kind).toBe("chat");
    expect(app.logOutProblem).toBe(text.logOut.failed);
    await settled();
    expect(disposed).toEqual([]);
    expect(forgotten).toEqual([]);
  });

  describe("an invitation", () => {
    const CODE = "c".repeat(32);

    it("leavesTheAddressAndOpensTheFormToSignUp", async () => {
      mark.set = false;
      page.place = `invite/${CODE}`;
      await app.start();
      expect(page.place).toBe("");
      expect(form()).toMatchObject({ mode: "signUp", invited: true, invite: CODE });
      await submit();
      expect(app.screen.kind).toBe("chat");
      expect(explained).toBe(0);
      endSession();
      expect(form().invited).toBe(false);
    });

    it("isKeptWhileItIsFoundOutWhetherSomebodyIsSignedIn", async () => {
      page.place = `invite/${CODE}`;
      answer = () => Promise.reject(Failure.unavailable("connection"));
      await app.start();
      expect(page.place).toBe("");
      answer = refuse("SESSION_EXPIRED");
      await clock.pass(31_000);
      expect(form().invite).toBe(CODE);
    });

    it("isOfNoUseForWhoIsSignedIn", async () => {
      page.place = `invite/${CODE}`;
      await app.start();
      expect(app.screen.kind).toBe("chat");
      expect(explained).toBe(1);
      page.go(`invite/${CODE}`);
      expect(page.place).toBe("");
      expect(explained).toBe(2);
      endSession();
      expect(form().invited).toBe(false);
    });

    it("isTakenByAPageThatWasOpenAlready", async () => {
      answer = refuse("SESSION_EXPIRED");
      await app.start();
      expect(form().mode).toBe("logIn");
      page.go(`invite/${CODE}`);
      expect(page.place).toBe("");
      expect(form()).toMatchObject({ mode: "signUp", invite: CODE });
    });
  });
});
