import type { UserId } from "../contract/generated.ts";
import type { Me } from "../model/account.ts";
import { backoff } from "../model/backoff.ts";
import { Failure } from "../model/Failure.ts";
import type { Cancel, Clock, Random } from "../model/ports.ts";
import { text } from "../text/en.ts";
import type { ChatViewModel } from "./ChatViewModel.svelte.ts";
import { parsePlace, START } from "./places.ts";
import type { Mark, Page, SessionPort } from "./ports.ts";
import { ConfirmViewModel } from "./ConfirmViewModel.svelte.ts";
import { ResetViewModel } from "./ResetViewModel.svelte.ts";
import { SignInViewModel } from "./SignInViewModel.svelte.ts";

/** How often the session is looked after, so that a page that stays open keeps it: twice a day. */
const KEEP_MS = 12 * 3_600_000;

/** Somebody's chat while there is a session. */
export interface RunningChat {
  readonly me: Me;
  readonly view: ChatViewModel;
  /** Connects, also once more after the session was over. */
  connect(sessionOver: () => void): void;
  /** Ends it for good and forgets what it knew. */
  dispose(): void;
}

export type AppPorts = {
  readonly session: SessionPort;
  readonly openChat: (me: Me) => RunningChat;
  readonly page: Page;
  readonly mark: Mark;
  /** Deletes whatever the browser keeps of an account. */
  readonly forgetAccount: (account: UserId) => void;
  /** Calls back when another page does that. */
  readonly onForgotten: (hear: (account: UserId) => void) => void;
  readonly clock: Clock;
  readonly random: Random;
};

export type Screen =
  | { readonly kind: "starting" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "signIn"; readonly form: SignInViewModel }
  | { readonly kind: "reset"; readonly form: ResetViewModel }
  | { readonly kind: "confirm"; readonly form: ConfirmViewModel }
  | { readonly kind: "chat"; readonly chat: ChatViewModel };

/** Which screen there is: finding out, signing in, chatting. */
export class AppViewModel {
  screen = $state.raw<Screen>({ kind: "starting" });
  /** Why logging out did not work. */
  logOutProblem = $state<string | undefined>();
  #chat: RunningChat | undefined;
  #attempt = 0;
  #retry: Cancel | undefined;
  #keeping: Cancel | undefined;
  /** The code of the invitation that was followed, until somebody is signed in. */
  #invite: string | undefined;

  constructor(private readonly ports: AppPorts) {
    ports.page.changes.subscribe(() => this.#follow());
    ports.onForgotten((account) => this.#loggedOutElsewhere(account));
  }

  /**
   * Goes on as who was signed in here last, or finds out who is; where nobody ever was, the server
   * need not be asked.
   */
  async start(): Promise<void> {
    this.#retry?.();
    if (this.#takeSecret()) {
      return;
    }
    this.#takeInvite();
    if (!this.ports.mark.set) {
      this.#showSignIn(undefined);
      return;
    }
    const { who } = this.ports.mark;
    if (who !== undefined) {
      // What is known of the account can be seen at once; the connection finds out whether it may.
      this.#arrive(who);
      return;
    }
    try {
      this.#arrive(await this.ports.session.me());
    } catch (cause) {
      if (Failure.from(cause).duty === "signIn") {
        this.ports.mark.set = false;
        this.#showSignIn(undefined);
        return;
      }
      this.screen = { kind: "unreachable" };
      const pause = 1_000 + backoff(this.#attempt, this.ports.random);
      this.#attempt += 1;
      this.#retry = this.ports.clock.schedule(pause, () => void this.start());
    }
  }

  /** Messages that would be lost by logging out. */
  get unsent(): number {
    return this.#chat?.view.connection.unsent ?? 0;
  }

  /** Messages that would be lost with this page. */
  get unkept(): number {
    return this.#chat?.view.connection.unkept ?? 0;
  }

  /** True if the session is over; it stays if the server could not be told. */
  async logOut(): Promise<boolean> {
    this.logOutProblem = undefined;
    try {
      await this.ports.session.logOut();
    } catch {
      this.logOutProblem = text.logOut.failed;
      return false;
    }
    this.ports.mark.set = false;
    this.ports.mark.who = undefined;
    const account = this.#chat?.me.account;
    this.#forget();
    if (account !== undefined) {
      this.ports.forgetAccount(account);
    }
    this.#showSignIn(undefined);
    return true;
  }

  /** My account is deleted: nothing of it stays in this browser. */
  accountDeleted(): void {
    const account = this.ports.mark.who?.account ?? this.#chat?.me.account;
    this.ports.mark.set = false;
    this.ports.mark.who = undefined;
    this.#forget();
    if (account !== undefined) {
      this.ports.forgetAccount(account);
    }
    this.#showSignIn(text.settings.deletion.done);
  }

  /** The form for who forgot the password. */
  forgotPassword(): void {
    this.#showReset(undefined);
  }

  /** Another page of this browser has logged out: there is nothing left to say or to keep. */
  #loggedOutElsewhere(account: UserId): void {
    if (this.#chat?.me.account === account) {
      this.#forget();
      this.#showSignIn(undefined);
    }
  }

  /** Nothing of the account stays in this page. */
  #forget(): void {
    this.#chat?.dispose();
    this.#chat = undefined;
    this.ports.page.replace("");
  }

  #arrive(me: Me): void {
    const followed = this.#invite !== undefined;
    this.#enter(me);
    if (followed) {
      this.#chat?.view.explainInvite();
    }
  }

  #enter(me: Me): void {
    this.#attempt = 0;
    this.ports.mark.set = true;
    this.ports.mark.who = me;
    if (this.#chat !== undefined && this.#chat.me.account !== me.account) {
      this.#forget();
    }
    this.#invite = undefined;
    const chat = (this.#chat ??= this.ports.openChat(me));
    chat.connect(() => {
      this.ports.mark.who = undefined;
      const { unsent, inPageOnly } = chat.view.connection;
      this.#showSignIn(text.signIn.sessionOver(unsent, inPageOnly));
    });
    this.#keepSession();
    this.screen = { kind: "chat", chat: chat.view };
  }

  /** Asking renews a token that has run out; if it fails, the connection will find out why. */
  #keepSession(): void {
    this.#keeping?.();
    this.#keeping = this.ports.clock.schedule(KEEP_MS, () => {
      void this.ports.session.me().catch(() => undefined);
      this.#keepSession();
    });
  }

  /** The chat is kept until somebody else signs in: what waits to be sent is still there. */
  #showSignIn(notice: string | undefined): void {
    this.#keeping?.();
    this.ports.page.entitle(text.title(undefined, 0));
    const signedIn = (me: Me): void => this.#enter(me);
    const form = new SignInViewModel(this.ports.session, signedIn, notice, this.#invite);
    this.screen = { kind: "signIn", form };
  }

  /** Somebody followed an invitation into a page that was open already. */
  #follow(): void {
    if (this.#takeSecret()) {
      return;
    }
    if (!this.#takeInvite()) {
      return;
    }
    if (this.screen.kind === "signIn") {
      this.#showSignIn(this.screen.form.notice);
    } else if (this.screen.kind === "chat") {
      this.#invite = undefined;
      this.screen.chat.explainInvite();
    }
  }

  /** A chat that is there is left alone behind it: its session ends with the old password. */
  #showReset(secret: string | undefined): void {
    this.#retry?.();
    const form = new ResetViewModel(this.ports.session, secret, () => this.#goOn());
    this.screen = { kind: "reset", form };
  }

  #showConfirm(secret: string): void {
    this.#retry?.();
    const form = new ConfirmViewModel(this.ports.session, secret, () => this.#goOn());
    this.screen = { kind: "confirm", form };
  }

  #goOn(): void {
    this.screen = { kind: "starting" };
    void this.start();
  }

  /** True if the address held the secret of a link; it holds none any more. */
  #takeSecret(): boolean {
    const place = parsePlace(this.ports.page.place);
    if (place.kind !== "reset" && place.kind !== "confirm") {
      return false;
    }
    this.ports.page.replace(START);
    if (place.kind === "reset") {
      this.#showReset(place.secret);
    } else {
      this.#showConfirm(place.secret);
    }
    return true;
  }

  /** True if the address held an invitation; it holds none any more, because others may see it. */
  #takeInvite(): boolean {
    const place = parsePlace(this.ports.page.place);
    if (place.kind !== "invite") {
      return false;
    }
    this.#invite = place.code;
    this.ports.page.replace(START);
    return true;
  }
}
