import type { ConversationId } from "../contract/generated.ts";
import {
  type CachedList,
  type CachedSegment,
  type CacheStore,
  MAX_SEGMENTS,
} from "../model/CacheStore.ts";

/** A cache in memory: one for each browser, used by all its pages. */
export class MemoryCacheStore implements CacheStore {
  /** While it is set, everything fails with it. */
  failure: Error | undefined;
  #list: CachedList | undefined;
  readonly #segments = new Map<ConversationId, CachedSegment>();

  readList(): Promise<CachedList | undefined> {
    return this.#answer(() => this.#list);
  }

  readSegment(conversation: ConversationId): Promise<CachedSegment | undefined> {
    return this.#answer(() => this.#segments.get(conversation));
  }

  write(
    list: CachedList,
    segments: ReadonlyMap<ConversationId, CachedSegment | undefined>,
  ): Promise<void> {
    return this.#answer(() => {
      this.#list = structuredClone(list);
      for (const [id, segment] of segments) {
        this.#segments.delete(id);
        if (segment !== undefined) {
          this.#segments.set(id, structuredClone(segment));
        }
      }
      const excess = [...this.#segments.keys()].slice(0, -MAX_SEGMENTS);
      excess.forEach((id) => this.#segments.delete(id));
    });
  }

  close(): void {
    // Other pages go on with it.
  }

  async #answer<T>(answer: () => T): Promise<T> {
    await Promise.resolve();
    if (this.failure !== undefined) {
      throw this.failure;
    }
    return answer();
  }
}
