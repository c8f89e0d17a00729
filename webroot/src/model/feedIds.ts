import {
  conversationEvents,
  userEvents,
  type ConversationId,
  type FeedId,
  type UserId,
} from "../contract/generated.ts";

const CONVERSATION = "conversation.";
const USER = "user.";

export function conversationFeed(conversation: ConversationId): FeedId {
  return CONVERSATION + conversation;
}

export function userFeed(user: UserId): FeedId {
  return USER + user;
}

/** The conversation that a feed tells about, if it is one of a conversation. */
export function conversationOf(feed: FeedId): ConversationId | undefined {
  return feed.startsWith(CONVERSATION) ? feed.slice(CONVERSATION.length) : undefined;
}

/** The address under which a feed's ranges arrive. */
export function eventsOf(feed: FeedId): string {
  const conversation = conversationOf(feed);
  return conversation === undefined
    ? userEvents(feed.slice(USER.length))
    : conversationEvents(conversation);
}
