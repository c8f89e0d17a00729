import type { ClientId, ConversationId } from "../contract/generated.ts";
import type { Cancel } from "./ports.ts";

/** The most messages of one account kept in a browser, those that wait and those refused. */
export const MAX_UNSENT = 200;

/** A message that the server has not acknowledged, as it is kept. */
export type Unsent = {
  readonly conversation: ConversationId;
  /** What the conversation was called when it was written; empty for one of two people. */
  readonly name: string;
  readonly clientId: ClientId;
  readonly text: string;
  /** Milliseconds since 1970 by this machine's clock; for people's eyes, never for order. */
  readonly writtenAt: number;
  /** The number of the failure that the server refused it with; absent while it waits. */
  readonly refused?: number;
};

/**
 * Where the unsent messages of one account are kept, for all pages of a browser together. What was
 * answered outlives the page and its crash. Everything rejects when the storage fails.
 */
export interface OutboxStore {
  /** Calls back whenever another page may have changed something. */
  onChange(hear: () => void): Cancel;
  /** Everything, in the order in which it was added by whichever page. */
  all(): Promise<readonly Unsent[]>;
  /** False if there are `MAX_UNSENT` already. An id that is there is there once. */
  add(message: Unsent): Promise<boolean>;
  /** Notes with what they were refused, or that they wait again; others are left alone. */
  refuse(ids: readonly ClientId[], code: number | undefined): Promise<void>;
  /** Forgets a message; one that is not there is forgotten already. */
  remove(id: ClientId): Promise<void>;
  /** Ends this page's use of it. */
  close(): void;
}

/**
 * Has one page of an account at a time send what is kept. Calls `begin` when it is this page's
 * turn, which lasts until the answer is called or the page is gone; then the next one begins.
 */
export type ClaimTurn = (begin: () => void) => Cancel;

/** The message with another verdict of the server; undefined: it waits. */
export function judged(message: Unsent, code: number | undefined): Unsent {
  const { conversation, name, clientId, text, writtenAt } = message;
  const waiting = { conversation, name, clientId, text, writtenAt };
  return code === undefined ? waiting : { ...waiting, refused: code };
}
