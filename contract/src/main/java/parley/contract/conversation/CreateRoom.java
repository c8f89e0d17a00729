package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks for a new public room; the caller becomes its owner.")
public record CreateRoom(
    @Doc("Chosen by the caller (UUIDv7); a repeat with the same id is the same room.")
        ConversationId conversation,
    @Doc("One line, 2 to 60 UTF-16 units, unique among rooms without regard to case.")
        @Bounds(least = 2, most = MAX_NAME)
        String name,
    @Doc(value = "One line, at most 250 UTF-16 units.", optional = true) @Bounds(most = MAX_TOPIC)
        String topic) {
  /** UTF-16 units. */
  public static final int MAX_NAME = 60;

  /** UTF-16 units. */
  public static final int MAX_TOPIC = 250;

  public CreateRoom {
    Check.present("conversation", conversation);
    name = Check.line("name", name, 2, MAX_NAME);
    topic = Check.optionalLine("topic", topic, MAX_TOPIC);
  }
}
