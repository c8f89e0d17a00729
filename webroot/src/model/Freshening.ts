import { LIMITS, type Profile, type UserId } from "../contract/generated.ts";
import type { BusPort, Cancel, Clock } from "./ports.ts";

/** How long asking waits after it failed, in milliseconds. */
const AGAIN_MS = 10_000;

/**
 * Asks by their versions whether profiles that are known have changed, page by page, and where that
 * fails again after a while, as long as the connection lasts.
 */
export class Freshening {
  /** Grows with each connection, so that what was begun on an older one ends. */
  #era = 0;
  /** Whom it failed for. */
  readonly #failed = new Set<UserId>();
  #timer: Cancel | undefined;

  constructor(
    private readonly bus: BusPort,
    private readonly clock: Clock,
    private readonly known: ReadonlyMap<UserId, Profile>,
    private readonly put: (profile: Profile) => void,
  ) {}

  /** Ends what is under way: the connection is another one, or away. */
  reset(): void {
    this.#era += 1;
    this.#timer?.();
    this.#timer = undefined;
    this.#failed.clear();
  }

  /** Those that are known, in this order. */
  async ask(accounts: readonly UserId[]): Promise<void> {
    const era = this.#era;
    const page = LIMITS.ReadProfiles.MAX;
    for (let at = 0; at < accounts.length && era === this.#era; at += page) {
      try {
        await this.#ask(accounts.slice(at, at + page));
      } catch {
        this.#askAgain(era, accounts);
        return;
      }
    }
  }

  async #ask(accounts: readonly UserId[]): Promise<void> {
    const known = accounts
      .map((account) => this.known.get(account))
      .filter((profile) => profile !== undefined)
      .map(({ account, version }) => ({ account, version }));
    if (known.length > 0) {
      const { profiles } = await this.bus.request("chat.profile.refresh", { known });
      profiles.forEach((profile) => this.put(profile));
    }
  }

  /** One time later for all that failed: they are not more than are known. */
  #askAgain(era: number, accounts: readonly UserId[]): void {
    if (era === this.#era) {
      accounts.forEach((account) => this.#failed.add(account));
      this.#timer ??= this.clock.schedule(AGAIN_MS, () => {
        const failed = [...this.#failed];
        this.#timer = undefined;
        this.#failed.clear();
        void this.ask(failed);
      });
    }
  }
}
