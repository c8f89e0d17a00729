import type { ConversationId } from "../contract/generated.ts";
import { type CachedList, type CachedSegment, type CacheStore, MAX_SEGMENT } from "./CacheStore.ts";
import type { Cancel, Clock, Log } from "./ports.ts";
import type { Timeline } from "./Timeline.ts";

/** How long changes are gathered before they are written, in milliseconds. */
export const WRITE_AFTER_MS = 1_000;
/** How long the storage may take to tell what it has; then the server is asked. */
export const READ_WITHIN_MS = 1_000;

export interface CachingPorts {
  readonly store: CacheStore;
  readonly clock: Clock;
  readonly log: Log;
  /** What to write; undefined while the list and its position do not belong together. */
  list(): CachedList | undefined;
  /** The timelines at hand, each with the position of its feed. */
  timelines(): readonly (readonly [ConversationId, number, Timeline])[];
}

/** Writes what is known to the cache, a moment after it changed, and reads it. */
export class Caching {
  readonly #dropped = new Set<ConversationId>();
  /** The messages of each conversation that were written last. */
  readonly #written = new Map<ConversationId, Timeline["messages"]>();
  #timer: Cancel | undefined;
  #ended = false;

  constructor(private readonly ports: CachingPorts) {}

  /** Something changed. */
  touch(): void {
    if (this.#timer === undefined && !this.#ended) {
      this.#timer = this.ports.clock.schedule(WRITE_AFTER_MS, () => {
        this.#timer = undefined;
        void this.#write();
      });
    }
  }

  /** The messages of a conversation that are kept are worth nothing any more. */
  drop(id: ConversationId): void {
    this.#dropped.add(id);
    this.#written.delete(id);
    this.touch();
  }

  readList(): Promise<CachedList | undefined> {
    return this.#inTime(this.ports.store.readList());
  }

  readSegment(id: ConversationId): Promise<CachedSegment | undefined> {
    return this.#inTime(this.ports.store.readSegment(id));
  }

  dispose(): void {
    this.#ended = true;
    this.#timer?.();
    this.#timer = undefined;
    this.ports.store.close();
  }

  async #write(): Promise<void> {
    const list = this.ports.list();
    if (list === undefined) {
      return;
    }
    const segments = this.#segments();
    try {
      await this.ports.store.write(list, segments);
    } catch {
      this.ports.log.warn("cache.store.failed");
      segments.forEach((_, id) => this.#written.delete(id));
    }
  }

  #segments(): ReadonlyMap<ConversationId, CachedSegment | undefined> {
    const segments = new Map<ConversationId, CachedSegment | undefined>();
    this.#dropped.forEach((id) => segments.set(id, undefined));
    this.#dropped.clear();
    for (const [id, position, { loaded, messages, more }] of this.ports.timelines()) {
      if (loaded && this.#written.get(id) !== messages) {
        const newest = messages.slice(-MAX_SEGMENT);
        const cut = newest.length < messages.length;
        segments.set(id, { position, messages: newest, more: more || cut });
        this.#written.set(id, messages);
      }
    }
    return segments;
  }

  async #inTime<T>(reading: Promise<T | undefined>): Promise<T | undefined> {
    let cancel: Cancel | undefined;
    const late = new Promise<undefined>((resolve) => {
      cancel = this.ports.clock.schedule(READ_WITHIN_MS, () => resolve(undefined));
    });
    try {
      return await Promise.race([reading, late]);
    } catch {
      this.ports.log.warn("cache.store.failed");
      return undefined;
    } finally {
      cancel?.();
    }
  }
}
