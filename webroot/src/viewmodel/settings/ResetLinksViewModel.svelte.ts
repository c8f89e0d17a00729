import type { AccountPort } from "../../model/account.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { resetPlace } from "../places.ts";
import type { Page } from "../ports.ts";

/** Making links for people who forgot their password; for administrators. */
export class ResetLinksViewModel {
  username = $state("");
  busy = $state(false);
  problem = $state<string | undefined>();
  /** The link that was made last, whom for, and until when in milliseconds since 1970. */
  made = $state.raw<{ readonly link: string; readonly who: string; readonly until: number }>();
  /** Whether it is in the clipboard; undefined until somebody wants it there. */
  copied = $state<boolean | undefined>();

  constructor(
    private readonly account: AccountPort,
    private readonly page: Page,
  ) {}

  async make(): Promise<void> {
    const who = this.username.trim().replace(/^@/, "");
    this.problem = who === "" ? text.signIn.missingUsername : undefined;
    if (this.busy || who === "") {
      return;
    }
    this.busy = true;
    this.made = undefined;
    this.copied = undefined;
    try {
      const { secret, expiresAt } = await this.account.resetFor(who);
      this.made = { link: this.page.linkTo(resetPlace(secret)), who, until: expiresAt };
      this.username = "";
    } catch (cause) {
      const failure = Failure.from(cause);
      this.problem = failure.is("NOT_FOUND")
        ? text.settings.resets.nobody
        : failureText(failure.message);
    } finally {
      this.busy = false;
    }
  }

  /** True if the link is in the clipboard now. */
  async copy(): Promise<boolean> {
    const made = this.made;
    if (made === undefined) {
      return false;
    }
    const copied = await this.page.copy(made.link);
    if (this.made === made) {
      this.copied = copied;
    }
    return copied;
  }
}
