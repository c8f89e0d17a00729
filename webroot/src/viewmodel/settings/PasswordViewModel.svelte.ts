import type { AccountPort } from "../../model/account.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText, fieldText } from "../../text/failureText.ts";

export type PasswordField = "current" | "next";

/** The form that changes my password. */
export class PasswordViewModel {
  current = $state("");
  next = $state("");
  busy = $state(false);
  /** Whether it was changed, until it is changed again. */
  done = $state(false);
  /** What is wrong, over both fields. */
  problem = $state<string | undefined>();
  /** What is wrong, by field. */
  problems = $state<Partial<Record<PasswordField, string>>>({});

  constructor(
    private readonly account: AccountPort,
    /** For programs that keep passwords. */
    readonly username: string,
    private readonly changed: () => void,
  ) {}

  /** The field to look at first, after something went wrong. */
  get firstWrong(): PasswordField | undefined {
    return (["current", "next"] as const).find((field) => this.problems[field] !== undefined);
  }

  /** True if the password is another one now. */
  async submit(): Promise<boolean> {
    if (this.busy || !this.#complete()) {
      return false;
    }
    this.busy = true;
    try {
      await this.account.changePassword(this.current, this.next);
    } catch (cause) {
      this.#explain(Failure.from(cause));
      return false;
    } finally {
      this.busy = false;
    }
    this.current = "";
    this.next = "";
    this.done = true;
    this.changed();
    return true;
  }

  #complete(): boolean {
    this.done = false;
    this.problem = undefined;
    this.problems = {
      ...(this.current === "" ? { current: text.settings.password.missingCurrent } : {}),
      ...(this.next === "" ? { next: text.settings.password.missingNext } : {}),
    };
    return this.firstWrong === undefined;
  }

  #explain(failure: Failure): void {
    if (failure.is("WRONG_CREDENTIALS")) {
      this.problems = { current: text.settings.password.wrong };
    } else if (failure.field === "next") {
      this.problems = { next: fieldText("password") };
    } else if (failure.origin === "connection") {
      this.problem = text.settings.password.noAnswer;
    } else {
      this.problem = failureText(failure.message);
    }
  }
}
