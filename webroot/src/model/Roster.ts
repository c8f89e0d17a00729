import {
  LIMITS,
  type ConversationId,
  type MemberItem,
  type UserId,
} from "../contract/generated.ts";
import { Changes } from "./Changes.ts";
import { Failure } from "./Failure.ts";
import type { BusPort } from "./ports.ts";

/** How many pages are read at once; whoever stands behind them is read when it is asked for. */
export const MAX_PAGES = 20;

/** Who belongs to one conversation: read once, and brought forward by its feed. */
export class Roster {
  readonly changes = new Changes();
  /** Also who has gone since, so that an older page does not bring them back. */
  readonly #byAccount = new Map<UserId, MemberItem>();
  #loading = false;
  /** Grows with each reading, so that an older one ends. */
  #era = 0;
  #loaded = false;
  #failure: Failure | undefined;
  /** Behind whom there are more; undefined where everybody was read. */
  #next: UserId | undefined;

  constructor(
    readonly id: ConversationId,
    private readonly bus: BusPort,
  ) {}

  /** In an order that does not depend on names. */
  get members(): readonly MemberItem[] {
    return [...this.#byAccount.values()].filter(({ state }) => state === "joined");
  }

  get loading(): boolean {
    return this.#loading;
  }

  get loaded(): boolean {
    return this.#loaded;
  }

  /** Why the last page could not be read. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Whether members are there that were not read. */
  get more(): boolean {
    return this.#next !== undefined;
  }

  /** A member changed; an older state than the one that is known is dropped. */
  put(item: MemberItem): void {
    this.#put(item);
    this.changes.emit();
  }

  /** Reads page by page, on from where it ended; everybody, unless they are very many. */
  async load(): Promise<void> {
    if (!this.#loading) {
      await this.#load();
    }
  }

  /** As `load` from the beginning, with nothing that is known counting any more. */
  async loadAnew(): Promise<void> {
    this.#byAccount.clear();
    this.#next = undefined;
    await this.#load();
  }

  async #load(): Promise<void> {
    this.#era += 1;
    const era = this.#era;
    this.#loading = true;
    this.#failure = undefined;
    this.changes.emit();
    let failure: Failure | undefined;
    try {
      await this.#read(era);
    } catch (cause) {
      failure = Failure.from(cause);
    }
    if (era === this.#era) {
      this.#loading = false;
      this.#loaded ||= failure === undefined;
      this.#failure = failure;
      this.changes.emit();
    }
  }

  async #read(era: number): Promise<void> {
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const reply = await this.bus.request("chat.member.list", {
        conversation: this.id,
        limit: LIMITS.ListMembers.MAX_LIMIT,
        ...(this.#next === undefined ? {} : { after: this.#next }),
      });
      if (era !== this.#era) {
        return;
      }
      reply.members.forEach((item) => this.#put(item));
      this.changes.emit();
      this.#next = reply.next;
      if (reply.next === undefined) {
        return;
      }
    }
  }

  #put(item: MemberItem): void {
    const known = this.#byAccount.get(item.account);
    if (known === undefined || item.changed > known.changed) {
      this.#byAccount.set(item.account, item);
    }
  }
}
