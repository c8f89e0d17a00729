import type { DraftStorage } from "../viewmodel/ports.ts";

const PREFIX = "parley.draft.";

/** Drafts in the storage of this tab; in memory alone where the browser forbids storage. */
export class TabStorage implements DraftStorage {
  readonly #memory = new Map<string, string>();

  read(key: string): string {
    return this.#memory.get(key) ?? attempt(() => sessionStorage.getItem(PREFIX + key)) ?? "";
  }

  write(key: string, text: string): void {
    this.#memory.set(key, text);
    attempt(() => {
      if (text === "") {
        sessionStorage.removeItem(PREFIX + key);
      } else {
        sessionStorage.setItem(PREFIX + key, text);
      }
    });
  }

  clear(): void {
    this.#memory.clear();
    attempt(() => {
      for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX))) {
        sessionStorage.removeItem(key);
      }
    });
  }
}

/** Storage may be full or forbidden; a draft is then kept in memory alone. */
function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
