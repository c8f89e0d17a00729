import type { Me } from "../model/account.ts";
import type { Mark } from "../viewmodel/ports.ts";

const KEY = "parley.visited";
const WHO = "parley.who";

/** Remembers for all pages of this browser that somebody signed in here, and who; never a token. */
export class BrowserMark implements Mark {
  /** Where the browser forbids storage somebody may have been here. */
  get set(): boolean {
    return attempt(() => localStorage.getItem(KEY) !== null) ?? true;
  }

  /** Where it cannot be kept the server is asked at every start. */
  set set(there: boolean) {
    write(KEY, there ? "1" : undefined);
  }

  get who(): Me | undefined {
    return attempt(() => meOf(JSON.parse(localStorage.getItem(WHO) ?? "null")));
  }

  set who(me: Me | undefined) {
    write(WHO, me === undefined ? undefined : JSON.stringify(me));
  }
}

function meOf(json: unknown): Me | undefined {
  const { account, username, displayName } = json as Partial<Me>;
  return account === undefined || username === undefined || displayName === undefined
    ? undefined
    : { account, username, displayName };
}

function write(key: string, value: string | undefined): void {
  attempt(() => {
    if (value === undefined) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, value);
    }
  });
}

function attempt<T>(task: () => T): T | undefined {
  try {
    return task();
  } catch {
    return undefined;
  }
}
