import type { Chat } from "../model/Chat.ts";
import type { Conversation } from "../model/Conversations.ts";
import { nameOf, type ShownStatus, statusOf } from "./names.ts";

/** What a conversation is called: a room by its name, one of two people by the other's. */
export function titleOf(chat: Chat, conversation: Conversation): string {
  const other = chat.otherIn(conversation);
  return other === undefined ? conversation.name : nameOf(chat.people.find(other));
}

/** What the other one of two says about the moment. */
export function statusIn(chat: Chat, conversation: Conversation): ShownStatus | undefined {
  const other = chat.otherIn(conversation);
  return other === undefined ? undefined : statusOf(chat.people.find(other), chat.people.now);
}

export type Face = {
  readonly id: string;
  readonly kind: "person" | "room";
  /** The hash of a picture. */
  readonly picture: string | undefined;
};

/** What its picture is made of: the other person, or the room itself. */
export function faceOf(chat: Chat, conversation: Conversation): Face {
  const other = chat.otherIn(conversation);
  return other === undefined
    ? { id: conversation.id, kind: "room", picture: conversation.avatar }
    : { id: other, kind: "person", picture: chat.people.find(other)?.avatar };
}
