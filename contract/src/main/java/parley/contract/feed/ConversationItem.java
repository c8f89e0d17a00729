package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.CreateRoom;

@Doc("The attributes of a conversation.")
public record ConversationItem(
    @Doc("Number of its last change.") long changed,
    @Doc("What kind of conversation.") ConversationKind kind,
    @Doc("Its name.") String name,
    @Doc(value = "What it is about.", optional = true) String topic,
    @Doc("How many people belong to it.") long memberCount)
    implements Item {
  public ConversationItem {
    Check.present("kind", kind);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
  }
}
