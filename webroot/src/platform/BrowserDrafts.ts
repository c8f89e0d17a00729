import type { UserId } from "../contract/generated.ts";
import type { Cancel } from "../model/ports.ts";
import type { DraftStorage } from "../viewmodel/ports.ts";

const PREFIX = "parley.draft.";

/** Drafts in the storage of this browser; in this page alone where it forbids that or is full. */
export class BrowserDrafts implements DraftStorage {
  readonly #inPage = new Map<string, string>();

  read(key: string): string {
    return this.#inPage.get(key) ?? attempt(() => localStorage.getItem(PREFIX + key)) ?? "";
  }

  write(key: string, text: string): void {
    this.#inPage.set(key, text);
    attempt(() => {
      if (text === "") {
        localStorage.removeItem(PREFIX + key);
      } else {
        localStorage.setItem(PREFIX + key, text);
      }
      this.#inPage.delete(key);
    });
  }

  onChange(key: string, hear: () => void): Cancel {
    const changed = (event: StorageEvent): void => {
      if (event.key === PREFIX + key) {
        hear();
      }
    };
    window.addEventListener("storage", changed);
    return () => window.removeEventListener("storage", changed);
  }

  /** Forgets all drafts of an account. */
  forget(author: UserId): void {
    const mine = (key: string): boolean => key.startsWith(`${author}.`);
    [...this.#inPage.keys()].filter(mine).forEach((key) => this.#inPage.delete(key));
    attempt(() => {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(PREFIX) && mine(key.slice(PREFIX.length))) {
          localStorage.removeItem(key);
        }
      }
    });
  }
}

function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
