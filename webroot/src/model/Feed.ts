import type { FeedId, Item, Range } from "../contract/generated.ts";
import { backoff } from "./backoff.ts";
import { Failure } from "./Failure.ts";
import type { Cancel, Clock, Random } from "./ports.ts";

/** How long a range that came too early waits for the ones before it, in milliseconds. */
export const HOLD_MS = 300;
/** The most early ranges kept; beyond it they are read again. */
const MAX_HELD = 256;

/** What a feed needs of its surroundings. */
export interface FeedPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** Reads what changed after a position, one page. */
  read(feed: FeedId, after: number): Promise<Range>;
  /** Receives items in the feed's order; each is put if it is newer than the copy there. */
  put(feed: FeedId, items: readonly Item[]): void;
  /** The server refuses to have it read; it is suspended. */
  lost(feed: FeedId, failure: Failure): void;
}

/**
 * One feed at a position. A range that ends at or before the position is dropped, one that begins
 * at or before it is applied, one that begins behind it waits a moment and is then fetched.
 * Positions are contiguous; items are not.
 */
export class Feed {
  #position: number | undefined;
  #listening = false;
  #fetching = false;
  #missed = false;
  #fruitless = 0;
  /** Grows whenever listening ends, so that a late answer to an older time is recognised. */
  #era = 0;
  #held: Range[] = [];
  /** The greatest number that the server has told of. */
  #known = 0;
  #refusal: Failure | undefined;
  #timer: Cancel | undefined;

  constructor(
    readonly id: FeedId,
    position: number | undefined,
    private readonly ports: FeedPorts,
  ) {
    this.#position = position;
  }

  /** The last number applied; undefined before listening began without one. */
  get position(): number | undefined {
    return this.#position;
  }

  get listening(): boolean {
    return this.#listening;
  }

  /** Whether something from before listening began, or from a hole, is still being read. */
  get behind(): boolean {
    return this.#fetching;
  }

  /** Why the server does not have us listen for now. */
  get refusal(): Failure | undefined {
    return this.#refusal;
  }

  /** A range arrived by itself. */
  take(range: Range): void {
    this.#known = Math.max(this.#known, range.through);
    if (!this.#listening || !this.#step(range)) {
      this.#hold(range);
      return;
    }
    this.#drain();
  }

  /**
   * The server listens for us since `head` and brought us `range`, if there was one. Also right for
   * a feed that is listened to already: then it is one more range. A head before our position is
   * not believed but looked into by reading.
   */
  resumed(head: number, range?: Range): void {
    this.#listening = true;
    this.#refusal = undefined;
    this.#known = Math.max(this.#known, head);
    if (range !== undefined) {
      this.#step(range);
    }
    this.#position ??= head;
    this.#drain();
    if (this.#position !== head || this.#missed) {
      void this.#fetch();
    }
  }

  /** Nothing arrives any more until the next `resumed`. */
  suspend(): void {
    this.#listening = false;
    this.#refusal = undefined;
    this.#era += 1;
    this.#fetching = false;
    this.#fruitless = 0;
    this.#timer?.();
    this.#timer = undefined;
  }

  /** As `suspend`, because of a failure that trying again at once would not mend. */
  refuse(failure: Failure): void {
    this.suspend();
    this.#refusal = failure;
  }

  /** Continues from elsewhere, because the items were read anew as of `position`. */
  moveTo(position: number): void {
    this.suspend();
    this.#position = position;
    this.#known = position;
    this.#missed = false;
    this.#held = [];
  }

  /** Applies a range if it joins on; tells whether it is dealt with. */
  #step(range: Range): boolean {
    const position = this.#position;
    if (position === undefined || range.after > position) {
      return false;
    }
    if (range.through > position) {
      this.ports.put(this.id, range.items);
      this.#position = range.through;
      this.#fruitless = 0;
    }
    return true;
  }

  #hold(range: Range): void {
    if (this.#held.length >= MAX_HELD) {
      this.#held = [];
      this.#missed = true;
    }
    this.#held.push(range);
    this.#watchGap();
  }

  #drain(): void {
    this.#held.sort((a, b) => a.after - b.after);
    this.#held = this.#held.filter((range) => !this.#step(range));
    if (this.#held.length === 0 && !this.#missed) {
      this.#timer?.();
      this.#timer = undefined;
    }
    this.#watchGap();
  }

  #watchGap(): void {
    const gap = this.#held.length > 0 || this.#missed;
    if (!gap || !this.#listening || this.#fetching || this.#timer !== undefined) {
      return;
    }
    const pause =
      this.#fruitless === 0 ? HOLD_MS : HOLD_MS + backoff(this.#fruitless, this.ports.random);
    this.#timer = this.ports.clock.schedule(pause, () => {
      this.#timer = undefined;
      void this.#fetch();
    });
  }

  async #fetch(): Promise<void> {
    if (this.#fetching || !this.#listening) {
      return;
    }
    this.#fetching = true;
    const era = this.#era;
    let failure: Failure | undefined;
    try {
      this.#missed = false;
      await this.#readPages(era);
    } catch (cause) {
      failure = Failure.from(cause);
    }
    if (era === this.#era) {
      this.#fetching = false;
      this.#fetched(failure);
    }
  }

  /** A page with few items need not be the last: pages are cut by weight, too. */
  async #readPages(era: number): Promise<void> {
    for (;;) {
      const after = this.#position ?? 0;
      const page = await this.ports.read(this.id, after);
      if (era !== this.#era) {
        return;
      }
      this.#step(page);
      this.#drain();
      if (page.through >= this.#known || page.through <= after) {
        return;
      }
    }
  }

  #fetched(failure: Failure | undefined): void {
    this.#fruitless += 1;
    if (failure?.duty === "show") {
      this.suspend();
      this.ports.lost(this.id, failure);
      return;
    }
    this.#missed ||= failure !== undefined;
    this.#watchGap();
  }
}
