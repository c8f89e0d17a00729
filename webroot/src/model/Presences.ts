import {
  LIMITS,
  presenceChanges,
  type Presence,
  type PresenceState,
  type UserId,
} from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import { Changes } from "./Changes.ts";
import { Failure } from "./Failure.ts";
import type { BusPort, Cancel, Clock, Log, Random } from "./ports.ts";

/** How long it is gathered who comes into view before the server is told, in milliseconds. */
export const GATHER_MS = 200;

/** Where people are shown; whom a place shows is watched before whom the next one shows. */
const PLACES = ["self", "conversation", "switcher", "list", "sidebar"] as const;
export type ShowingPlace = (typeof PLACES)[number];

const NOBODY: ReadonlySet<UserId> = new Set();

/**
 * Whether those are there whom this page shows. The server is told whom, and tells of them alone;
 * of all others, and of everybody while the connection is away, nothing is known.
 */
export class Presences {
  readonly changes = new Changes();
  readonly #shown = new Map<ShowingPlace, readonly UserId[]>();
  readonly #known = new Map<UserId, Presence>();
  /** Whom the server was told last. */
  #watched: ReadonlySet<UserId> = NOBODY;
  #byAddress: ReadonlyMap<string, UserId> = new Map();
  /** True after a failure: whom the server took it to be is not known. */
  #doubtful = false;
  /** Whom I may see may have changed: the same people are asked for again. */
  #again = false;
  #connected = false;
  #telling = false;
  /** Grows when a connection ends, so that its answers count no more. */
  #era = 0;
  #timer: Cancel | undefined;
  #attempt = 0;

  constructor(
    private readonly bus: BusPort,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly log: Log,
    /** Hears of whom the server tells from now on, and did not before. */
    private readonly watching: (accounts: readonly UserId[]) => void = () => undefined,
  ) {}

  stateOf(account: UserId): PresenceState {
    return this.#known.get(account)?.state ?? "unknown";
  }

  /** When somebody who is offline was last here, milliseconds since 1970, if that is told. */
  lastSeenOf(account: UserId): number | undefined {
    return this.#known.get(account)?.lastSeenAt;
  }

  /** A place shows these people from now on and no others; those who matter most first. */
  show(place: ShowingPlace, accounts: readonly UserId[]): void {
    this.#shown.set(place, accounts);
    this.#plan(GATHER_MS);
  }

  /** Asks again for those whom the server did not let us see. */
  askAgain(): void {
    this.#again = true;
    this.#plan(GATHER_MS);
  }

  connected(): void {
    this.#connected = true;
    this.#plan(GATHER_MS);
  }

  disconnected(): void {
    this.#connected = false;
    this.#telling = false;
    this.#doubtful = false;
    this.#again = false;
    this.#attempt = 0;
    this.#era += 1;
    this.#timer?.();
    this.#timer = undefined;
    this.#watch(NOBODY);
  }

  /** Ends it: nobody is shown any more. */
  dispose(): void {
    this.disconnected();
    this.#shown.clear();
  }

  /** An event arrived under an address; false if it is none of somebody who is watched. */
  deliver(address: string, body: unknown): boolean {
    const account = this.#byAddress.get(address);
    if (account === undefined) {
      return false;
    }
    if (isPresenceOf(account, body)) {
      this.#known.set(account, body);
      this.changes.emit();
    } else {
      this.log.warn("presence.event.malformed", { address });
    }
    return true;
  }

  /** Those whom some place shows, each once, as many as may be watched. */
  get #wanted(): ReadonlySet<UserId> {
    const all = new Set(PLACES.flatMap((place) => this.#shown.get(place) ?? []));
    return new Set([...all].slice(0, LIMITS.WatchPresence.MAX));
  }

  get #due(): boolean {
    const wanted = this.#wanted;
    const same = wanted.size === this.#watched.size;
    return (
      this.#doubtful ||
      this.#again ||
      !same ||
      [...wanted].some((account) => !this.#watched.has(account))
    );
  }

  #plan(ms: number): void {
    const idle = this.#timer === undefined && !this.#telling;
    if (idle && this.#connected && this.#due) {
      this.#timer = this.clock.schedule(ms, () => {
        this.#timer = undefined;
        void this.#tell();
      });
    }
  }

  /** After a failure it begins with nobody: the server repeats nothing of whom it tells already. */
  async #tell(): Promise<void> {
    if (!this.#due) {
      return;
    }
    const era = this.#era;
    const accounts = [...(this.#doubtful ? NOBODY : this.#wanted)];
    // Asked again, the server may tell of those whom it did not let us see before.
    const before = this.#again ? NOBODY : this.#watched;
    // What is known of those who are new may arrive before the answer.
    this.#watch(new Set(accounts));
    this.#telling = true;
    this.#again = false;
    const failure = await this.bus.request("gateway.presence.watch", { accounts }).then(
      () => undefined,
      (cause: unknown) => Failure.from(cause),
    );
    if (era === this.#era) {
      this.#telling = false;
      if (failure === undefined) {
        this.watching(accounts.filter((account) => !before.has(account)));
      }
      this.#plan(failure === undefined ? this.#succeeded(accounts) : this.#failed(failure));
    }
  }

  /** Both answer how long to wait before the next time, in milliseconds. */
  #succeeded(accounts: readonly UserId[]): number {
    this.#doubtful = false;
    if (accounts.length > 0) {
      this.#attempt = 0;
    }
    return GATHER_MS;
  }

  #failed({ retryAfter = 0 }: Failure): number {
    this.#doubtful = true;
    this.#attempt += 1;
    this.#watch(NOBODY);
    return Math.max(retryAfter * 1_000, 1_000 + backoff(this.#attempt, this.random));
  }

  /** From now on these are listened to; of all others nothing is known any more. */
  #watch(accounts: ReadonlySet<UserId>): void {
    this.#watched = accounts;
    this.#byAddress = new Map([...accounts].map((account) => [presenceChanges(account), account]));
    const others = [...this.#known.keys()].filter((account) => !accounts.has(account));
    others.forEach((account) => this.#known.delete(account));
    if (others.length > 0) {
      this.changes.emit();
    }
  }
}

function isPresenceOf(account: UserId, body: unknown): body is Presence {
  const presence = body as Partial<Presence> | null | undefined;
  return (
    presence?.account === account &&
    typeof presence.state === "string" &&
    ["number", "undefined"].includes(typeof presence.lastSeenAt)
  );
}
