import {
  type Content,
  FailureCode,
  type ConversationSummary,
  type FailureName,
  type MessageItem,
  type Policy,
  type Preferences,
  type Profile,
  type Range,
} from "../contract/generated.ts";
import type { Me } from "../model/account.ts";
import { Failure } from "../model/Failure.ts";
import type { Log } from "../model/ports.ts";

export const ME: Me = { account: "me", username: "me", displayName: "Me Myself" };
/** Everybody writes, without a pause, and sees everything. */
export const OPEN: Policy = { writers: "everybody", slowSeconds: 0, history: "all" };
/** Of who never said anything else. */
export const USUAL: Preferences = {
  archived: false,
  hidden: false,
  favourite: false,
  alerts: "all",
};
export const ROOM = "0190a000-0000-7000-8000-000000000001";
export const FEED = `conversation.${ROOM}`;

/** Somebody whose user name is the account's id. */
export function profile(account: string, displayName = account, version = 1): Profile {
  return { account, username: account, displayName, version, deleted: false };
}

/** What the server says when it refuses. */
export function refusal(name: FailureName, field?: string, retryAfter?: number): Failure {
  return new Failure(FailureCode[name], "server", field, retryAfter);
}

export const silent: Log = { warn: () => undefined };

/** Ids that count up. */
export function counting(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}${count}`;
  };
}

/** A message that was never changed after it was posted. */
export function message(posted: number, more: Partial<MessageItem> = {}): MessageItem {
  return {
    type: "message",
    changed: posted,
    posted,
    ordinal: posted,
    sender: "somebody",
    clientId: `client-${posted}`,
    storedAt: Date.UTC(2026, 0, 15, 10) + posted * 1_000,
    content: { type: "text", text: `text ${posted}` },
    ...more,
  };
}

/** The range of one message posted live. */
/** The message as it stands after an edit or a deletion. */
export function rewritten(known: MessageItem, changed: number, content: Content): MessageItem {
  const edited = content.type === "text" ? { editedAt: known.storedAt + 1 } : {};
  return { ...known, changed, content, ...edited };
}

export function live(posted: number, feed = FEED): Range {
  return { feed, after: posted - 1, through: posted, items: [message(posted)] };
}

export function summary(more: Partial<ConversationSummary> = {}): ConversationSummary {
  return {
    conversation: ROOM,
    kind: "room",
    name: "Room",
    memberCount: 2,
    role: "member",
    head: 0,
    ordinal: 0,
    readOrdinal: 0,
    policy: OPEN,
    preferences: USUAL,
    visibleFrom: 0,
    ...more,
  };
}

/** Numbers in [0, 1) that are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
