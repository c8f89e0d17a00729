import { LIMITS, type Profile } from "../contract/generated.ts";
import { Failure } from "../model/Failure.ts";
import { text } from "../text/en.ts";
import { failureText, fieldText } from "../text/failureText.ts";
import type { SessionPort } from "./ports.ts";

export type SignInMode = "logIn" | "signUp";
export type SignInField = "username" | "password" | "displayName";

const FIELDS: readonly string[] = ["username", "password", "displayName"] satisfies SignInField[];

/** The card where people sign up and log in. */
export class SignInViewModel {
  readonly maxUsername = LIMITS.Profile.MAX_USERNAME;
  readonly maxDisplayName = LIMITS.Profile.MAX_DISPLAY_NAME;
  mode = $state<SignInMode>("logIn");
  username = $state("");
  password = $state("");
  displayName = $state("");
  busy = $state(false);
  /** What is wrong, over all fields. */
  problem = $state<string | undefined>();
  /** What is wrong, by field. */
  problems = $state<Partial<Record<SignInField, string>>>({});

  constructor(
    private readonly session: SessionPort,
    private readonly signedIn: (me: Profile) => void,
    /** Why somebody who was here has to sign in again. */
    readonly notice: string | undefined,
  ) {}

  switchMode(): void {
    this.mode = this.mode === "logIn" ? "signUp" : "logIn";
    this.problem = undefined;
    this.problems = {};
  }

  /** True if there is a session now. */
  async submit(): Promise<boolean> {
    if (this.busy || !this.#complete()) {
      return false;
    }
    this.busy = true;
    try {
      const me = await this.#ask();
      this.password = "";
      this.signedIn(me);
      return true;
    } catch (cause) {
      this.#explain(Failure.from(cause));
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The field to look at first, after something went wrong. */
  get firstWrong(): SignInField | undefined {
    const order: readonly SignInField[] = ["displayName", "username", "password"];
    return order.find((field) => this.problems[field] !== undefined);
  }

  #complete(): boolean {
    const problems: Partial<Record<SignInField, string>> = {};
    if (this.username.trim() === "") {
      problems.username = text.signIn.missingUsername;
    }
    if (this.password === "") {
      problems.password = text.signIn.missingPassword;
    }
    this.problem = undefined;
    this.problems = problems;
    return this.firstWrong === undefined;
  }

  #ask(): Promise<Profile> {
    const credentials = { username: this.username.trim(), password: this.password };
    if (this.mode === "logIn") {
      return this.session.logIn(credentials);
    }
    const displayName = this.displayName.trim();
    return this.session.signUp(displayName === "" ? credentials : { ...credentials, displayName });
  }

  #explain(failure: Failure): void {
    if (failure.is("NAME_TAKEN")) {
      this.problems = { username: text.failures.usernameTaken };
    } else if (failure.field !== undefined && FIELDS.includes(failure.field)) {
      this.problems = { [failure.field]: fieldText(failure.field) };
    } else {
      this.problem = failureText(failure.message);
    }
  }
}
