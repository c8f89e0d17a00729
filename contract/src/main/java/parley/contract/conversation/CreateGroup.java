package parley.contract.conversation;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks for a new group, which nobody but its members can see; the caller becomes its owner.")
public record CreateGroup(
    @Doc("Chosen by the caller (UUIDv7); a repeat with the same id is the same group.")
        ConversationId conversation,
    @Doc("One line, 2 to 60 UTF-16 units; other groups may be called the same.")
        @Bounds(least = 2, most = CreateRoom.MAX_NAME)
        String name,
    @Doc(value = "One line, at most 250 UTF-16 units.", optional = true)
        @Bounds(most = CreateRoom.MAX_TOPIC)
        String topic,
    @Doc("Who belongs to it from the beginning beside the caller, 50 at most.")
        @Bounds(most = MAX_MEMBERS)
        List<UserId> members) {
  /** The most people beside the caller; more are added one by one. */
  public static final int MAX_MEMBERS = 50;

  public CreateGroup {
    Check.present("conversation", conversation);
    name = Check.line("name", name, 2, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
    members = Check.list("members", members, 0, MAX_MEMBERS);
  }
}
