import { beforeEach, describe, expect, it } from "vitest";
import type { SignUpPolicy } from "../model/account.ts";
import { Failure } from "../model/Failure.ts";
import { settled } from "../testing/FakeClock.ts";
import { ME, refusal } from "../testing/samples.ts";
import { text } from "../text/en.ts";
import type { SessionPort } from "./ports.ts";
import { SignInViewModel } from "./SignInViewModel.svelte.ts";

const GOOD = "good".repeat(8);

/** Signing up by invitation, or not at all. */
describe("SignInViewModel", () => {
  let policy: SignUpPolicy | Failure | undefined;
  let signedUp: object[];
  let refused: Failure | undefined;

  beforeEach(() => {
    policy = "invite";
    signedUp = [];
    refused = undefined;
  });

  async function open(invite?: string): Promise<SignInViewModel> {
    const session: SessionPort = {
      signUpPolicy: () =>
        policy instanceof Failure ? Promise.reject(policy) : Promise.resolve(policy),
      me: () => Promise.resolve(ME),
      logIn: () => Promise.resolve(ME),
      logOut: () => Promise.resolve(),
      askReset: () => Promise.resolve(),
      useReset: () => Promise.resolve(),
      confirmEmail: () => Promise.resolve(),
      signUp: (account) => {
        signedUp.push(account);
        return refused === undefined ? Promise.resolve(ME) : Promise.reject(refused);
      },
    };
    const form = new SignInViewModel(session, () => undefined, undefined, invite);
    form.username = "anna";
    form.password = "password";
    await settled();
    return form;
  }

  const account = (more: object = {}): object => ({
    username: "anna",
    password: "password",
    ...more,
  });

  it("beginsWithSigningUpForWhoFollowedAnInvitation", async () => {
    const form = await open(GOOD);
    expect(form).toMatchObject({ mode: "signUp", invited: true, asksInvite: false });
    expect(await form.submit()).toBe(true);
    expect(signedUp).toEqual([account({ invite: GOOD })]);
  });

  it("asksForTheInvitationWhereOneIsNeeded", async () => {
    const form = await open();
    expect(form).toMatchObject({ mode: "logIn", asksInvite: false });
    form.switchMode();
    expect(form.asksInvite).toBe(true);
    expect(await form.submit()).toBe(false);
    expect(form.problems.invite).toBe(text.signIn.missingInvite);
    expect(form.firstWrong).toBe("invite");
    form.invite = `https://parley.example/#/invite/${GOOD}`;
    expect(await form.submit()).toBe(true);
    expect(signedUp).toEqual([account({ invite: GOOD })]);
  });

  it("asksForAnotherInvitationWhenTheOneFollowedIsNoGood", async () => {
    const form = await open("used up");
    refused = refusal("FORBIDDEN");
    expect(await form.submit()).toBe(false);
    expect(form).toMatchObject({ asksInvite: true, problems: { invite: text.failures.invite } });
    expect(form.firstWrong).toBe("invite");
    refused = undefined;
    form.invite = GOOD;
    expect(await form.submit()).toBe(true);
  });

  it("hasNoFormWhereNobodyMaySignUp", async () => {
    policy = "closed";
    const form = await open(GOOD);
    expect(form.open).toBe(false);
    form.switchMode();
    expect(form.open).toBe(true);
  });

  it("asksNobodyForAnInvitationWhereEverybodyMaySignUp", async () => {
    policy = "open";
    const form = await open();
    form.switchMode();
    expect(form).toMatchObject({ open: true, asksInvite: false });
    await form.submit();
    expect(signedUp).toEqual([account()]);
  });

  it("learnsFromARefusalWhatTheServerDidNotTell", async () => {
    policy = Failure.unavailable("connection");
    const form = await open();
    form.switchMode();
    expect(form).toMatchObject({ open: true, asksInvite: false });
    refused = refusal("MALFORMED", "invite");
    policy = "invite";
    await form.submit();
    expect(form.asksInvite).toBe(true);
    expect(form.problems.invite).toBe(text.signIn.missingInvite);
    refused = refusal("FORBIDDEN");
    policy = "closed";
    form.invite = GOOD;
    await form.submit();
    expect(form.open).toBe(false);
  });

  it("tellsARefusalThatNothingExplains", async () => {
    policy = undefined;
    const form = await open();
    form.switchMode();
    refused = refusal("FORBIDDEN");
    await form.submit();
    expect(form.problem).toBe(text.failures.forbidden);
  });
});
