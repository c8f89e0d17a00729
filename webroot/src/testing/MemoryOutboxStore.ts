import type { ClientId } from "../contract/generated.ts";
import { Changes } from "../model/Changes.ts";
import {
  type ClaimTurn,
  judged,
  MAX_UNSENT,
  type OutboxStore,
  type Unsent,
} from "../model/OutboxStore.ts";
import type { Cancel } from "../model/ports.ts";

/** Unsent messages in memory: one for each browser, used by all its pages. */
export class MemoryOutboxStore implements OutboxStore {
  /** While it is set, everything fails with it. */
  failure: Error | undefined;
  readonly #changes = new Changes();
  readonly #messages = new Map<ClientId, Unsent>();

  onChange(hear: () => void): Cancel {
    return this.#changes.subscribe(hear);
  }

  all(): Promise<readonly Unsent[]> {
    return this.#answer(() => [...this.#messages.values()]);
  }

  add(message: Unsent): Promise<boolean> {
    return this.#change(() => {
      if (!this.#messages.has(message.clientId)) {
        if (this.#messages.size >= MAX_UNSENT) {
          return false;
        }
        this.#messages.set(message.clientId, message);
      }
      return true;
    });
  }

  refuse(ids: readonly ClientId[], code: number | undefined): Promise<void> {
    return this.#change(() => {
      for (const id of ids) {
        const message = this.#messages.get(id);
        if (message !== undefined) {
          this.#messages.set(id, judged(message, code));
        }
      }
    });
  }

  remove(id: ClientId): Promise<void> {
    return this.#change(() => {
      this.#messages.delete(id);
    });
  }

  close(): void {
    // Other pages go on with it.
  }

  #change<T>(change: () => T): Promise<T> {
    return this.#answer(() => {
      const answer = change();
      this.#changes.emit();
      return answer;
    });
  }

  #answer<T>(answer: () => T): Promise<T> {
    return this.failure === undefined ? Promise.resolve(answer()) : Promise.reject(this.failure);
  }
}

/** Every page may send at once, as in a browser without locks. */
export function always(begin: () => void): Cancel {
  begin();
  return () => undefined;
}

/** What `Chat` needs to keep unsent messages. */
export function keptInMemory(store = new MemoryOutboxStore()): {
  readonly store: OutboxStore;
  readonly claimTurn: ClaimTurn;
} {
  return { store, claimTurn: always };
}
