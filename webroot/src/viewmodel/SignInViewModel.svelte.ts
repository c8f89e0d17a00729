import { LIMITS } from "../contract/generated.ts";
import type { Me, SignUpPolicy } from "../model/account.ts";
import { Failure } from "../model/Failure.ts";
import { text } from "../text/en.ts";
import { failureText, fieldText } from "../text/failureText.ts";
import { inviteIn } from "./places.ts";
import type { SessionPort } from "./ports.ts";

export type SignInMode = "logIn" | "signUp";
export type SignInField = "invite" | "displayName" | "username" | "password";

/** In the order of the form. */
const FIELDS: readonly SignInField[] = ["invite", "displayName", "username", "password"];

/** The card where people sign up and log in. */
export class SignInViewModel {
  readonly maxUsername = LIMITS.Profile.MAX_USERNAME;
  readonly maxDisplayName = LIMITS.Profile.MAX_DISPLAY_NAME;
  mode = $state<SignInMode>("logIn");
  /** Who may sign up; undefined until it is known. */
  policy = $state<SignUpPolicy | undefined>();
  /** Whether an invitation came with the address, and the server did not refuse it yet. */
  invited = $state(false);
  /** A link or a code. */
  invite = $state("");
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
    private readonly signedIn: (me: Me) => void,
    /** Why somebody who was here has to sign in again. */
    readonly notice: string | undefined,
    /** The code of the invitation that somebody followed. */
    invite: string | undefined,
  ) {
    if (invite !== undefined) {
      this.mode = "signUp";
      this.invited = true;
      this.invite = invite;
    }
    void this.#learnPolicy();
  }

  /** Whether there is a form: there is none for signing up where nobody may. */
  get open(): boolean {
    return this.mode === "logIn" || this.policy !== "closed";
  }

  /** Whether the invitation has to be entered by hand. */
  get asksInvite(): boolean {
    return this.mode === "signUp" && this.policy === "invite" && !this.invited;
  }

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
      await this.#explain(Failure.from(cause));
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The field to look at first, after something went wrong. */
  get firstWrong(): SignInField | undefined {
    return FIELDS.find((field) => this.problems[field] !== undefined);
  }

  #complete(): boolean {
    const problems: Partial<Record<SignInField, string>> = {};
    if (this.asksInvite && this.invite.trim() === "") {
      problems.invite = text.signIn.missingInvite;
    }
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

  #ask(): Promise<Me> {
    const credentials = { username: this.username.trim(), password: this.password };
    if (this.mode === "logIn") {
      return this.session.logIn(credentials);
    }
    const displayName = this.displayName.trim();
    const invite = inviteIn(this.invite);
    return this.session.signUp({
      ...credentials,
      ...(displayName === "" ? {} : { displayName }),
      ...(invite === "" ? {} : { invite }),
    });
  }

  /** The server has the last word: if it does not tell, whoever signs up hears it then. */
  async #learnPolicy(): Promise<void> {
    try {
      this.policy = await this.session.signUpPolicy();
    } catch {
      this.policy = undefined;
    }
  }

  /** Either nobody may sign up, or the invitation is no good; asking for it tells which. */
  async #explainRefusal(): Promise<void> {
    await this.#learnPolicy();
    this.invited = false;
    if (this.policy === "invite") {
      const missing = this.invite.trim() === "";
      this.problems = { invite: missing ? text.signIn.missingInvite : text.failures.invite };
    } else if (this.policy !== "closed") {
      this.problem = text.failures.forbidden;
    }
  }

  async #explain(failure: Failure): Promise<void> {
    const field = FIELDS.find((each) => each === failure.field);
    if (failure.is("NAME_TAKEN")) {
      this.problems = { username: text.failures.usernameTaken };
    } else if (this.mode === "signUp" && (failure.is("FORBIDDEN") || field === "invite")) {
      await this.#explainRefusal();
    } else if (field !== undefined) {
      this.problems = { [field]: fieldText(field) };
    } else {
      this.problem = failureText(failure.message);
    }
  }
}
