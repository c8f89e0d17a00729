import type { AccountPort } from "../../model/account.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";

/** The end of my account. */
export class DeletionViewModel {
  password = $state("");
  /** Whether it is asked once more. */
  asking = $state(false);
  busy = $state(false);
  problem = $state<string | undefined>();
  passwordProblem = $state<string | undefined>();

  constructor(private readonly account: AccountPort) {}

  /** Asks once more, if there is a password. */
  ask(): void {
    this.problem = undefined;
    this.passwordProblem = this.password === "" ? text.settings.password.missingCurrent : undefined;
    this.asking = this.passwordProblem === undefined;
  }

  /** True if the account is deleted. */
  async confirm(): Promise<boolean> {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    try {
      await this.account.deleteAccount(this.password);
      return true;
    } catch (cause) {
      const failure = Failure.from(cause);
      if (failure.is("WRONG_CREDENTIALS")) {
        this.passwordProblem = text.settings.password.wrong;
      } else {
        this.problem = failureText(failure.message);
      }
      return false;
    } finally {
      this.busy = false;
      this.asking = false;
      this.password = "";
    }
  }
}
