package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks to set all attributes of a room or group that its owners and moderators may set.")
public record ChangeConversation(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("One line, 2 to 60 UTF-16 units; of a room unique among rooms without regard to case.")
        @Bounds(least = 2, most = CreateRoom.MAX_NAME)
        String name,
    @Doc(value = "One line, at most 250 UTF-16 units; absent for none.", optional = true)
        @Bounds(most = CreateRoom.MAX_TOPIC)
        String topic,
    @Doc("What members may do.") Policy policy) {
  public ChangeConversation {
    Check.present("conversation", conversation);
    name = Check.line("name", name, 2, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
    Check.present("policy", policy);
  }
}
