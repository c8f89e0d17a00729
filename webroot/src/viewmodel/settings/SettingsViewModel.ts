import type { AccountPort } from "../../model/account.ts";
import { pictureOfMe } from "../pictured.ts";
import type { Page } from "../ports.ts";
import { AdministrationViewModel } from "./AdministrationViewModel.svelte.ts";
import { DevicesViewModel } from "./DevicesViewModel.svelte.ts";
import { DeletionViewModel } from "./DeletionViewModel.svelte.ts";
import { EmailViewModel } from "./EmailViewModel.svelte.ts";
import type { LastSeenViewModel } from "./LastSeenViewModel.svelte.ts";
import type { OpennessViewModel } from "./OpennessViewModel.svelte.ts";
import { PasswordViewModel } from "./PasswordViewModel.svelte.ts";
import { PictureViewModel } from "./PictureViewModel.svelte.ts";
import { type OwnChat, ProfileViewModel } from "./ProfileViewModel.svelte.ts";

/** The place where people look after their account. */
export class SettingsViewModel {
  readonly profile: ProfileViewModel;
  readonly picture: PictureViewModel;
  readonly email: EmailViewModel;
  readonly deletion: DeletionViewModel;
  readonly devices: DevicesViewModel;
  readonly password: PasswordViewModel;
  readonly administration: AdministrationViewModel;
  readonly #stop: () => void;
  #attended: boolean;

  constructor(
    chat: OwnChat,
    account: AccountPort,
    private readonly page: Page,
    readonly openness: OpennessViewModel,
    readonly lastSeen: LastSeenViewModel,
  ) {
    this.profile = new ProfileViewModel(chat);
    this.picture = new PictureViewModel(pictureOfMe(chat, account));
    this.email = new EmailViewModel(account);
    this.deletion = new DeletionViewModel(account);
    this.devices = new DevicesViewModel(account);
    this.password = new PasswordViewModel(
      account,
      chat.me.username,
      () => void this.devices.load(),
    );
    this.administration = new AdministrationViewModel(account, page);
    this.#attended = page.attended;
    this.#stop = page.changes.subscribe(() => this.#returned());
  }

  dispose(): void {
    this.#stop();
  }

  /** Reads anew what may have changed elsewhere. */
  refresh(): void {
    void this.devices.load();
    void this.administration.load();
    void this.email.load();
  }

  /** Whoever comes back to the page may have signed in or out elsewhere. */
  #returned(): void {
    const before = this.#attended;
    this.#attended = this.page.attended;
    if (this.#attended && !before) {
      this.refresh();
    }
  }
}
