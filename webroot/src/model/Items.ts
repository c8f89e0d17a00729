import type { ConversationId, FeedId, Item, UserId } from "../contract/generated.ts";
import type { Conversations } from "./Conversations.ts";
import { conversationOf } from "./feedIds.ts";
import type { Members } from "./Members.ts";
import type { Outbox } from "./Outbox.ts";
import type { Relations } from "./Relations.ts";
import type { Rooms } from "./Rooms.ts";

export interface ItemsPorts {
  readonly me: UserId;
  readonly rooms: Rooms;
  readonly conversations: Conversations;
  readonly outbox: Outbox;
  readonly members: Members;
  readonly relations: Relations;
  /** I am out of a conversation, perhaps not by my own will. */
  left(conversation: ConversationId, removed: boolean): void;
  /** The server tells me no more of a conversation, perhaps although I am in it again. */
  silenced(conversation: ConversationId): void;
  /** I stand otherwise to somebody: I may see more of people, or less. */
  related(): void;
  /** I am in a conversation, perhaps since long ago. */
  entered(conversation: ConversationId): void;
}

/** Puts what feeds tell where it belongs. */
export class Items {
  constructor(private readonly ports: ItemsPorts) {}

  put(feed: FeedId, items: readonly Item[]): void {
    const conversation = conversationOf(feed);
    for (const item of items) {
      if (conversation === undefined) {
        this.#putOwn(item);
      } else {
        this.#putIn(conversation, item);
      }
    }
  }

  #putIn(id: ConversationId, item: Item): void {
    const { me, rooms, conversations, outbox } = this.ports;
    switch (item.type) {
      case "message":
        rooms.find(id)?.put(item);
        conversations.putMessage(id, item);
        if (item.sender === me) {
          outbox.remove(item.clientId);
        }
        return;
      case "conversation":
        conversations.putAttributes(id, item);
        return;
      case "member":
        this.ports.members.put(id, item);
        if (item.account === me && item.state === "joined") {
          conversations.putRole(id, item.role);
        } else if (item.account === me) {
          this.ports.silenced(id);
        }
        return;
      case "membership":
      case "readMark":
      case "preferences":
      case "relation":
      case "settings":
        // They belong to the feed of a user.
        return;
    }
  }

  #putOwn(item: Item): void {
    switch (item.type) {
      case "membership":
        if (item.state === "joined") {
          this.ports.entered(item.conversation);
        } else {
          this.ports.left(item.conversation, item.state === "removed");
        }
        return;
      case "readMark":
        this.ports.conversations.putReadMark(item.conversation, item.readOrdinal);
        return;
      case "preferences":
        this.ports.conversations.putPreferences(item);
        return;
      case "relation":
        this.ports.relations.put(item);
        this.ports.related();
        return;
      case "settings":
        this.ports.relations.putSettings(item);
        return;
      case "message":
      case "conversation":
      case "member":
        // They belong to the feed of a conversation.
        return;
    }
  }
}
