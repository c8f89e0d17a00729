import type { AccountPort, SignUpPolicy } from "../../model/account.ts";
import { Failure } from "../../model/Failure.ts";
import { failureText } from "../../text/failureText.ts";
import type { Page } from "../ports.ts";
import { ClaimViewModel } from "./ClaimViewModel.svelte.ts";
import { InvitesViewModel } from "./InvitesViewModel.svelte.ts";
import { ResetLinksViewModel } from "./ResetLinksViewModel.svelte.ts";

/** What administrators may do; for all others the way to become the first one. */
export class AdministrationViewModel {
  readonly invites: InvitesViewModel;
  readonly resets: ResetLinksViewModel;
  readonly claim: ClaimViewModel;
  /** Undefined until it is known. */
  administrator = $state<boolean | undefined>();
  /** Who may sign up; undefined if it is not known. */
  policy = $state<SignUpPolicy | undefined>();
  /** Whether I became it just now. */
  claimed = $state(false);
  problem = $state<string | undefined>();
  /** Grows with each reading, so that a late answer to an older one is dropped. */
  #reading = 0;

  constructor(
    private readonly account: AccountPort,
    page: Page,
  ) {
    this.invites = new InvitesViewModel(account, page);
    this.resets = new ResetLinksViewModel(account, page);
    this.claim = new ClaimViewModel(account, () => {
      this.administrator = true;
      this.claimed = true;
    });
  }

  /** Asks the server; who became administrator here is known to be, also while it is told late. */
  async load(): Promise<void> {
    this.problem = undefined;
    this.#reading += 1;
    const reading = this.#reading;
    try {
      const [administrator, policy] = await Promise.all([
        this.account.isAdministrator(),
        this.account.signUpPolicy(),
      ]);
      if (reading === this.#reading) {
        this.policy = policy;
        this.administrator = administrator || this.claimed;
      }
    } catch (cause) {
      if (reading === this.#reading) {
        this.problem = failureText(Failure.from(cause).message);
      }
    }
  }
}
