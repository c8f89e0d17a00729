import type { Profile } from "../contract/generated.ts";
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

  get who(): Profile | undefined {
    return attempt(() => profileOf(JSON.parse(localStorage.getItem(WHO) ?? "null")));
  }

  set who(profile: Profile | undefined) {
    write(WHO, profile === undefined ? undefined : JSON.stringify(profile));
  }
}

function profileOf(json: unknown): Profile | undefined {
  const { account, username, displayName } = json as Partial<Profile>;
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
