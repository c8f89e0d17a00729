package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;

@Doc("A conversation as one of its members sees it in a list.")
public record ConversationSummary(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("What kind.") ConversationKind kind,
    @Doc("Its name.") String name,
    @Doc(value = "What it is about.", optional = true) String topic,
    @Doc("How many people belong to it.") long memberCount,
    @Doc("What the caller may do there.") Role role,
    @Doc("The head of its feed when this was read.") long head,
    @Doc("Ordinal of its last message; 0 for none.") long ordinal,
    @Doc("Ordinal of the last message that the caller has read; unread = ordinal - readOrdinal.")
        long readOrdinal,
    @Doc(value = "Its last message.", optional = true) MessageItem lastMessage) {
  public ConversationSummary {
    Check.present("conversation", conversation);
    Check.present("kind", kind);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
    Check.present("role", role);
  }
}
