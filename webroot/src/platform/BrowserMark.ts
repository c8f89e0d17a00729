import type { Mark } from "../viewmodel/ports.ts";

const KEY = "parley.visited";

/** Remembers for all pages of this browser that somebody signed in here; neither who nor a token. */
export class BrowserMark implements Mark {
  /** Where the browser forbids storage somebody may have been here. */
  get set(): boolean {
    try {
      return localStorage.getItem(KEY) !== null;
    } catch {
      return true;
    }
  }

  set set(there: boolean) {
    try {
      if (there) {
        localStorage.setItem(KEY, "1");
      } else {
        localStorage.removeItem(KEY);
      }
    } catch {
      // Then the server is asked at every start.
    }
  }
}
