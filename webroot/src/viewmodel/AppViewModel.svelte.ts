import type { Profile } from "../contract/generated.ts";
import { backoff } from "../model/backoff.ts";
import { Failure } from "../model/Failure.ts";
import type { Cancel, Clock, Random } from "../model/ports.ts";
import { text } from "../text/en.ts";
import type { ChatViewModel } from "./ChatViewModel.svelte.ts";
import type { DraftStorage, Mark, Page, SessionPort } from "./ports.ts";
import { SignInViewModel } from "./SignInViewModel.svelte.ts";

/** How often the session is looked after, so that a page that stays open keeps it: twice a day. */
const KEEP_MS = 12 * 3_600_000;

/** Somebody's chat while there is a session. */
export interface RunningChat {
  readonly me: Profile;
  readonly view: ChatViewModel;
  /** Connects, also once more after the session was over. */
  connect(sessionOver: () => void): void;
  /** Ends it for good and forgets what it knew. */
  dispose(): void;
}

export type AppPorts = {
  readonly session: SessionPort;
  readonly openChat: (me: Profile) => RunningChat;
  readonly page: Page;
  readonly drafts: DraftStorage;
  readonly mark: Mark;
  readonly clock: Clock;
  readonly random: Random;
};

export type Screen =
  | { readonly kind: "starting" }
  | { readonly kind: "unreachable" }
  | { readonly kind: "signIn"; readonly form: SignInViewModel }
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

  constructor(private readonly ports: AppPorts) {}

  /** Finds out who is signed in; where nobody ever was, the server need not be asked. */
  async start(): Promise<void> {
    this.#retry?.();
    if (!this.ports.mark.set) {
      this.#showSignIn(undefined);
      return;
    }
    try {
      this.#enter(await this.ports.session.me());
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
    this.#forget();
    this.#showSignIn(undefined);
    return true;
  }

  /** Nothing of the account stays in this page. */
  #forget(): void {
    this.#chat?.dispose();
    this.#chat = undefined;
    this.ports.drafts.clear();
    this.ports.page.replace("");
  }

  #enter(me: Profile): void {
    this.#attempt = 0;
    this.ports.mark.set = true;
    if (this.#chat !== undefined && this.#chat.me.account !== me.account) {
      this.#forget();
    }
    const chat = (this.#chat ??= this.ports.openChat(me));
    chat.connect(() => this.#showSignIn(text.signIn.sessionOver(this.unsent)));
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
    const form = new SignInViewModel(this.ports.session, (me) => this.#enter(me), notice);
    this.screen = { kind: "signIn", form };
  }
}
