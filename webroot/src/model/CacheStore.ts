import type { ConversationId, MessageItem, Profile } from "../contract/generated.ts";
import type { Conversation } from "./Conversations.ts";

/** The most conversations whose messages are kept; those written longest ago go first. */
export const MAX_SEGMENTS = 50;
/** The most messages kept of one conversation, the newest ones. */
export const MAX_SEGMENT = 500;

/** My conversations as of positions in feeds: one for the own feed, one for each conversation. */
export type CachedList = {
  readonly position: number;
  readonly conversations: readonly {
    readonly conversation: Conversation;
    readonly position: number;
  }[];
  /** Read marks that the server was not told yet. */
  readonly untold: readonly (readonly [ConversationId, number])[];
  readonly people: readonly Profile[];
};

/** The newest messages of a conversation without holes, as of a position in its feed. */
export type CachedSegment = {
  readonly position: number;
  readonly messages: readonly MessageItem[];
  /** Whether there are earlier ones. */
  readonly more: boolean;
};

/**
 * A copy on the device of what the server told one account, for all pages of a browser together.
 * What another release wrote is not there. Everything rejects when the storage fails.
 */
export interface CacheStore {
  readList(): Promise<CachedList | undefined>;
  readSegment(conversation: ConversationId): Promise<CachedSegment | undefined>;
  /** Replaces the list, and segments or drops them; all of it or nothing. */
  write(
    list: CachedList,
    segments: ReadonlyMap<ConversationId, CachedSegment | undefined>,
  ): Promise<void>;
  /** Ends this page's use of it. */
  close(): void;
}
