import { Failure } from "../model/Failure.ts";
import { text } from "../text/en.ts";
import { failureText } from "../text/failureText.ts";
import type { SessionPort } from "./ports.ts";

/** The card that confirms an e-mail address, once somebody says so: programs follow links, too. */
export class ConfirmViewModel {
  busy = $state(false);
  done = $state(false);
  problem = $state<string | undefined>();

  constructor(
    private readonly session: SessionPort,
    /** Of the link that was followed. */
    private readonly secret: string,
    /** Leads to where one was, or to the form for logging in. */
    readonly back: () => void,
  ) {}

  /** True if it is done. */
  async submit(): Promise<boolean> {
    if (this.busy || this.done) {
      return this.done;
    }
    this.problem = undefined;
    this.busy = true;
    try {
      await this.session.confirmEmail(this.secret);
      this.done = true;
    } catch (cause) {
      const failure = Failure.from(cause);
      this.problem = failure.is("FORBIDDEN") ? text.confirm.useless : failureText(failure.message);
    } finally {
      this.busy = false;
    }
    return this.done;
  }
}
