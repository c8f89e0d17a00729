import type { Me, SignUpPolicy } from "../model/account.ts";
import type { Changes } from "../model/Changes.ts";
import type { Cancel } from "../model/ports.ts";

/** The page as the browser shows it. */
export interface Page {
  /** Something below changed. */
  readonly changes: Changes;
  /** Whether somebody looks at it. */
  readonly attended: boolean;
  /** What the browser believes; it may be wrong. */
  readonly online: boolean;
  /** Where in the program we are, such as `room/<id>`; empty at the start. */
  readonly place: string;
  go(place: string): void;
  /** Goes there without a step in the history. */
  replace(place: string): void;
  entitle(title: string): void;
  /** The whole address of a place, for people elsewhere. */
  linkTo(place: string): string;
  /** Puts a text into the clipboard; false if the browser does not let us. */
  copy(text: string): Promise<boolean>;
  /** A new secret for a link and its hash; undefined if the browser does not let us. */
  drawSecret(): Promise<{ readonly secret: string; readonly hash: string } | undefined>;
}

/** What of the page is in sight, not scrolled away or hidden. */
export interface Sight {
  /**
   * Tells soon whether an element is in sight, and whenever that changes, until the returned
   * function is called. An element has one follower at a time.
   */
  follow(element: Element, tell: (inSight: boolean) => void): Cancel;
}

/** Text being written, kept on the device for all pages of this browser. */
export interface DraftStorage {
  /** Empty if there is none. */
  read(key: string): string;
  write(key: string, text: string): void;
  /** Calls back when another page has written that one. */
  onChange(key: string, hear: () => void): Cancel;
}

/** Whether somebody signed in with this browser and did not log out since. */
export interface Mark {
  set: boolean;
  /** Who that is; undefined if it is not known, or the session is known to be over. */
  who: Me | undefined;
}

/** The session over HTTP. */
export interface SessionPort {
  /** Undefined if this release does not know it. */
  signUpPolicy(): Promise<SignUpPolicy | undefined>;
  signUp(account: {
    readonly username: string;
    readonly password: string;
    readonly displayName?: string;
    /** The code of an invitation. */
    readonly invite?: string;
  }): Promise<Me>;
  logIn(credentials: { readonly username: string; readonly password: string }): Promise<Me>;
  /** Asks for a link for a forgotten password, by a user name. */
  askReset(login: string): Promise<void>;
  /** Sets a password by the secret of a link; FORBIDDEN if it is not, or no longer, good. */
  useReset(secret: string, password: string): Promise<void>;
  /** Confirms an e-mail address by the secret that was sent to it; FORBIDDEN as with `useReset`. */
  confirmEmail(secret: string): Promise<void>;
  /** Who is signed in. */
  me(): Promise<Me>;
  logOut(): Promise<void>;
}

/** What the connection tells to people. */
export interface ConnectionPort {
  readonly changes: Changes;
  readonly state: "connecting" | "open" | "waiting" | "closed";
  /** Whether the account has too many sockets for this page to have one. */
  readonly crowded: boolean;
  /** Does not wait for the next attempt any longer. */
  retryNow(): void;
}
