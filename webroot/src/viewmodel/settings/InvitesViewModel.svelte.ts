import type { AccountPort } from "../../model/account.ts";
import { Failure } from "../../model/Failure.ts";
import { text } from "../../text/en.ts";
import { failureText } from "../../text/failureText.ts";
import { invitePlace } from "../places.ts";
import type { Page } from "../ports.ts";

const DAY_HOURS = 24;

/** An invitation as its maker passes it on. */
export type InviteLink = {
  readonly link: string;
  readonly uses: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

/** Making invitation links; for administrators. */
export class InvitesViewModel {
  /** How many people a link may be for. */
  readonly numbers: readonly number[] = [1, 5, 10, 50, 100, 1_000];
  /** How many days a link may be good for. */
  readonly lives: readonly number[] = [1, 7, 30, 365];
  uses = $state(1);
  days = $state(7);
  busy = $state(false);
  problem = $state<string | undefined>();
  /** The link that was made last. */
  made = $state.raw<InviteLink | undefined>();
  /** Whether it is in the clipboard; undefined until somebody wants it there. */
  copied = $state<boolean | undefined>();

  constructor(
    private readonly account: AccountPort,
    private readonly page: Page,
  ) {}

  async make(): Promise<void> {
    if (this.busy) {
      return;
    }
    this.busy = true;
    this.problem = undefined;
    this.made = undefined;
    this.copied = undefined;
    try {
      const invite = await this.account.invite(this.uses, this.days * DAY_HOURS);
      const link = this.page.linkTo(invitePlace(invite.code));
      this.made = { link, uses: invite.uses, expiresAt: invite.expiresAt };
    } catch (cause) {
      this.problem = explained(Failure.from(cause));
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

function explained(failure: Failure): string {
  if (failure.is("FORBIDDEN")) {
    return text.settings.invites.notAdministrator;
  }
  return failure.is("TOO_MANY") ? text.settings.invites.tooMany : failureText(failure.message);
}
