import type { ConversationId, ConversationSummary, Profile } from "../contract/generated.ts";

/** Who is signed in: an account that is there, by its names as of the log-in. */
export type Me = Required<Pick<Profile, "account" | "username" | "displayName">>;

/** Who may sign up: everybody, whoever has an invitation, nobody. */
export type SignUpPolicy = "open" | "invite" | "closed";

/** A place where the account is signed in. */
export type Device = {
  readonly id: string;
  /** What its program called itself; may be empty. */
  readonly agent: string;
  /** When it was signed in, in milliseconds since 1970. */
  readonly signedInAt: number;
  /** When its session was renewed last, in milliseconds since 1970: some minutes old at most. */
  readonly seenAt: number;
  /** Whether it is this one. */
  readonly current: boolean;
};

/** A new invitation; the server tells its code this once. */
export type Invite = {
  readonly code: string;
  /** How many people it admits. */
  readonly uses: number;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

/** A link that sets a new password, by its secret; the server tells it this once. */
export type ResetLink = {
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
};

/** Where a link for a forgotten password is sent. */
export type OwnEmail = {
  /** Undefined for none. */
  readonly email: string | undefined;
  /** Whether it is confirmed: nothing is sent to it before but the link that does it. */
  readonly confirmed: boolean;
  /** Whether the server sends mail at all. */
  readonly mail: boolean;
};

/** The account of somebody who is signed in. Every question rejects with a `Failure` only. */
export interface AccountPort {
  /** Where the account is signed in, in no order; 200 at most. */
  devices(): Promise<readonly Device[]>;
  /** Signs out a device; one that is signed out already counts as done. */
  endDevice(id: string): Promise<void>;
  /** Replaces the password and signs out all other devices. WRONG_CREDENTIALS: not the current one. */
  changePassword(current: string, next: string): Promise<void>;
  isAdministrator(): Promise<boolean>;
  /** Undefined if this release does not know it. */
  signUpPolicy(): Promise<SignUpPolicy | undefined>;
  /** Becomes the first administrator by the secret from the server's console. */
  claim(secret: string): Promise<void>;
  /** Makes an invitation; administrators only. */
  invite(uses: number, expiresInHours: number): Promise<Invite>;
  /** Makes a link for somebody who forgot the password; administrators only. */
  resetFor(username: string): Promise<ResetLink>;
  /** What is stored. */
  email(): Promise<OwnEmail>;
  /** What is stored then; a link that confirms it is sent to a new one. WRONG_CREDENTIALS: not the password. */
  changeEmail(password: string, email: string | undefined): Promise<OwnEmail>;
  /** Shows another picture of me; the profile as it is then. */
  changePicture(picture: Blob): Promise<Profile>;
  removePicture(): Promise<Profile>;
  /** Shows another picture of a room or group, for its moderators; the conversation as it is then. */
  changePictureOf(conversation: ConversationId, picture: Blob): Promise<ConversationSummary>;
  removePictureOf(conversation: ConversationId): Promise<ConversationSummary>;
  /** Deletes the account for good. WRONG_CREDENTIALS: not the password. */
  deleteAccount(password: string): Promise<void>;
  /** Renews the session if that is needed, as before something that the browser loads by itself. */
  renew(): Promise<void>;
}
