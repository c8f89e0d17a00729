import type { AccountPort, OwnEmail } from "../../model/account.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";

export type EmailField = "email" | "emailPassword";

/** The form of my e-mail address. */
export class EmailViewModel {
  email = $state("");
  password = $state("");
  /** What is stored; undefined until that is known. */
  stored = $state.raw<OwnEmail | undefined>();
  busy = $state(false);
  done = $state(false);
  problem = $state<string | undefined>();
  problems = $state<Partial<Record<EmailField, string>>>({});

  constructor(private readonly account: AccountPort) {}

  /** Reads what is stored; what was typed meanwhile stays. */
  async load(): Promise<void> {
    try {
      const stored = await this.account.email();
      if (!this.loaded) {
        this.email = stored.email ?? "";
      }
      this.stored = stored;
      this.problem = undefined;
    } catch (cause) {
      this.problem = failureText(Failure.from(cause).message);
    }
  }

  /** Whether it is known which address is stored. */
  get loaded(): boolean {
    return this.stored !== undefined;
  }

  /** How it stands with the address that is stored, where there is one and mail is sent. */
  get standing(): string | undefined {
    const { stored } = this;
    if (stored?.email === undefined || !stored.mail) {
      return undefined;
    }
    const words = text.settings.email;
    return stored.confirmed ? words.confirmed(stored.email) : words.unconfirmed(stored.email);
  }

  get firstWrong(): EmailField | undefined {
    return (["email", "emailPassword"] as const).find((each) => this.problems[each] !== undefined);
  }

  /** True if it is stored. */
  async submit(): Promise<boolean> {
    this.done = false;
    this.problem = undefined;
    this.problems =
      this.password === "" ? { emailPassword: text.settings.password.missingCurrent } : {};
    if (this.busy || this.firstWrong !== undefined) {
      return false;
    }
    this.busy = true;
    try {
      const email = this.email.trim();
      const wanted = email === "" ? undefined : email;
      this.stored = await this.account.changeEmail(this.password, wanted);
      this.password = "";
      this.done = true;
    } catch (cause) {
      this.#explain(Failure.from(cause));
    } finally {
      this.busy = false;
    }
    return this.done;
  }

  #explain(failure: Failure): void {
    if (failure.is("WRONG_CREDENTIALS")) {
      this.problems = { emailPassword: text.settings.password.wrong };
    } else if (failure.field === "email") {
      this.problems = { email: text.settings.email.wrong };
    } else {
      this.problem = failureText(failure.message);
    }
  }
}
