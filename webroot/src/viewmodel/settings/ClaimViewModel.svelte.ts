import type { AccountPort } from "../../model/account.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";

/** The form in which the first administrator enters the secret from the console. */
export class ClaimViewModel {
  secret = $state("");
  busy = $state(false);
  /** What is wrong with the secret. */
  secretProblem = $state<string | undefined>();
  problem = $state<string | undefined>();

  constructor(
    private readonly account: AccountPort,
    private readonly claimed: () => void,
  ) {}

  /** True if I am administrator now. */
  async submit(): Promise<boolean> {
    const secret = this.secret.trim();
    this.problem = undefined;
    this.secretProblem = secret === "" ? text.settings.claim.missing : undefined;
    if (this.busy || secret === "") {
      return false;
    }
    this.busy = true;
    try {
      await this.account.claim(secret);
      this.secret = "";
      this.claimed();
      return true;
    } catch (cause) {
      const failure = Failure.from(cause);
      if (failure.is("FORBIDDEN")) {
        this.secretProblem = text.settings.claim.wrong;
      } else {
        this.problem = failureText(failure.message);
      }
      return false;
    } finally {
      this.busy = false;
    }
  }
}
