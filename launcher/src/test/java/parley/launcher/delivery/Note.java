package parley.launcher.delivery;

import parley.contract.conversation.MemberState;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.ReadMarkItem;
import parley.contract.feed.RelationItem;
import parley.contract.feed.SettingsItem;
import parley.contract.message.TextContent;

/**
 * One state of an item, as a journal keeps it.
 *
 * @param key which item of its feed
 * @param changed number of its last change
 * @param value everything else about it, so that equal values are equal states
 * @param posted for a message the number that orders it, else 0
 * @param named for a message what it says, which begins with the id that its writer gave it, or
 *     {@link #DELETED}; else null
 */
record Note(String key, long changed, String value, long posted, String named) {
  /** What a deleted message says. */
  static final String DELETED = "deleted";

  static Note of(Item item) {
    if (item instanceof MessageItem message) {
      String text = message.content() instanceof TextContent said ? said.text() : DELETED;
      String value =
          message.sender() + " " + message.clientId() + " " + message.ordinal() + " " + text;
      return new Note("message " + message.posted(), item.changed(), value, message.posted(), text);
    }
    if (item instanceof MemberItem member) {
      return state(member(member.account().toString()), item, member.state() + " " + member.role());
    }
    if (item instanceof ConversationItem conversation) {
      return state("conversation", item, String.valueOf(conversation.name()));
    }
    if (item instanceof MembershipItem membership) {
      String key = "membership " + membership.conversation();
      return state(key, item, membership.state() + " " + membership.role());
    }
    if (item instanceof RelationItem relation) {
      return state(
          "relation " + relation.account(), item, relation.state() + " " + relation.blocked());
    }
    if (item instanceof SettingsItem settings) {
      return state(
          "settings",
          item,
          settings.openTo() + " " + settings.mode() + " " + settings.sharesLastSeen());
    }
    ReadMarkItem mark = (ReadMarkItem) item;
    return state("mark " + mark.conversation(), item, Long.toString(mark.readOrdinal()));
  }

  /** Whether somebody, by the feed of a conversation, does not belong to it any more. */
  boolean endsMembership() {
    return key.startsWith("member ") && !value.startsWith(MemberState.JOINED.name());
  }

  /** The key of somebody's membership in the feed of a conversation. */
  static String member(String account) {
    return "member " + account;
  }

  private static Note state(String key, Item item, String value) {
    return new Note(key, item.changed(), value, 0, null);
  }
}
