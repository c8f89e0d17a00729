import {
  LIMITS,
  type OpenTo,
  type PresenceMode,
  type RelationItem,
  type SettingsItem,
  type UserId,
} from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import { Changes } from "./Changes.ts";
import { Failure } from "./Failure.ts";
import type { BusPort, Cancel, Clock, Log, Random } from "./ports.ts";

/** The most pages of relations; the server bounds those of one account lower. */
const MAX_PAGES = 20;

/**
 * How I stand to people, and whom I am open to. Read once, then kept up to date by my feed: of two
 * copies the one that changed later is right, also if there is nothing any more.
 */
export class Relations {
  readonly changes = new Changes();
  readonly #byAccount = new Map<UserId, RelationItem>();
  #settings: SettingsItem | undefined;
  #loaded = false;
  #connected = false;
  /** Grows when a reading begins or its connection ends, so that older answers begin nothing. */
  #era = 0;
  #timer: Cancel | undefined;

  constructor(
    private readonly bus: BusPort,
    private readonly clock: Clock,
    private readonly random: Random,
    private readonly log: Log,
  ) {}

  /** Whether all of it is known. */
  get loaded(): boolean {
    return this.#loaded;
  }

  /** Friends, requests and blocks; the latest first. */
  get list(): readonly RelationItem[] {
    return [...this.#byAccount.values()]
      .filter(({ state, blocked }) => blocked || state !== "none")
      .sort((a, b) => (b.since ?? 0) - (a.since ?? 0) || a.account.localeCompare(b.account));
  }

  /** How I stand to somebody; undefined where there is nothing, as far as is known. */
  of(account: UserId): RelationItem | undefined {
    return this.#byAccount.get(account);
  }

  get openTo(): OpenTo | undefined {
    return this.#settings?.openTo;
  }

  /** How I want to appear to others. */
  get mode(): PresenceMode | undefined {
    return this.#settings?.mode;
  }

  /** Whether others see when I was last here. */
  get sharesLastSeen(): boolean | undefined {
    return this.#settings?.sharesLastSeen;
  }

  put(item: RelationItem): void {
    const known = this.#byAccount.get(item.account);
    if (known === undefined || item.changed > known.changed) {
      this.#byAccount.set(item.account, item);
      this.changes.emit();
    }
  }

  putSettings(item: SettingsItem): void {
    if (this.#settings === undefined || item.changed > this.#settings.changed) {
      this.#settings = item;
      this.changes.emit();
    }
  }

  /** My feed is listened to: what changes from now on is told. */
  connected(): void {
    this.#connected = true;
    if (!this.#loaded) {
      void this.#load(0);
    }
  }

  disconnected(): void {
    this.#connected = false;
    this.#era += 1;
    this.#timer?.();
    this.#timer = undefined;
  }

  /** A feed goes on before what was known: if it is mine, that is lost, and all is read anew. */
  misplaced(mine: boolean): void {
    if (!mine) {
      return;
    }
    this.#byAccount.clear();
    this.#settings = undefined;
    this.#loaded = false;
    this.changes.emit();
    if (this.#connected) {
      void this.#load(0);
    }
  }

  dispose(): void {
    this.disconnected();
    this.#byAccount.clear();
  }

  async #load(attempt: number): Promise<void> {
    this.#timer?.();
    this.#era += 1;
    const era = this.#era;
    try {
      const { settings } = await this.bus.request("chat.settings.read", {});
      this.putSettings(settings);
      await this.#list();
      if (era === this.#era) {
        this.#loaded = true;
        this.changes.emit();
      }
    } catch (cause) {
      this.log.warn("relations.load.failed", { code: Failure.from(cause).code, attempt });
      if (era === this.#era) {
        const pause = 1_000 + backoff(attempt, this.random);
        this.#timer = this.clock.schedule(pause, () => void this.#load(attempt + 1));
      }
    }
  }

  async #list(): Promise<void> {
    let after: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const reply = await this.bus.request("chat.relation.list", {
        limit: LIMITS.ListRelations.MAX_LIMIT,
        ...(after === undefined ? {} : { after }),
      });
      reply.relations.forEach((item) => this.put(item));
      after = reply.next;
      if (after === undefined) {
        return;
      }
    }
    this.log.warn("relations.cut", { pages: MAX_PAGES });
  }
}
