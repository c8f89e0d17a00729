import { Failure } from "../model/Failure.ts";
import { text } from "../text/en.ts";
import { failureText, fieldText } from "../text/failureText.ts";
import type { SessionPort } from "./ports.ts";

/** The card for a forgotten password: asks for a link, or sets a password by one. */
export class ResetViewModel {
  /** The user name; an address may have been given by anybody. */
  login = $state("");
  password = $state("");
  busy = $state(false);
  /** Whether it is done: a link was asked for, or the password is set. */
  done = $state(false);
  problem = $state<string | undefined>();
  fieldProblem = $state<string | undefined>();

  constructor(
    private readonly session: SessionPort,
    /** Of the link that was followed; undefined to ask for one. */
    private readonly secret: string | undefined,
    /** Leads to the form for logging in. */
    readonly back: () => void,
  ) {}

  /** Whether it is about a new password already. */
  get setting(): boolean {
    return this.secret !== undefined;
  }

  /** True if it is done. */
  async submit(): Promise<boolean> {
    this.problem = undefined;
    this.fieldProblem = this.#missing;
    if (this.busy || this.fieldProblem !== undefined) {
      return false;
    }
    this.busy = true;
    try {
      await (this.secret === undefined
        ? this.session.askReset(this.login.trim())
        : this.session.useReset(this.secret, this.password));
      this.password = "";
      this.done = true;
    } catch (cause) {
      this.#explain(Failure.from(cause));
    } finally {
      this.busy = false;
    }
    return this.done;
  }

  get #missing(): string | undefined {
    if (this.setting) {
      return this.password === "" ? text.settings.password.missingNext : undefined;
    }
    return this.login.trim() === "" ? text.reset.missingLogin : undefined;
  }

  #explain(failure: Failure): void {
    if (this.setting && failure.is("FORBIDDEN")) {
      this.problem = text.reset.useless;
    } else if (failure.field === "password") {
      this.fieldProblem = fieldText("password");
    } else {
      this.problem = failureText(failure.message);
    }
  }
}
