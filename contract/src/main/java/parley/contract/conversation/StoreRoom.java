package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks persistence to store a room that chat has allowed.")
public record StoreRoom(
    @Doc("Which room.") ConversationId conversation,
    @Doc("Who becomes its owner.") UserId creator,
    @Doc("Its name.") String name,
    @Doc("The form of the name that is unique.") String nameKey,
    @Doc(value = "What it is about.", optional = true) String topic) {
  /** UTF-16 units: the compatible form of a name can be longer than the name. */
  public static final int MAX_NAME_KEY = 2 * CreateRoom.MAX_NAME;

  public StoreRoom {
    Check.present("conversation", conversation);
    Check.present("creator", creator);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
    nameKey = Check.line("nameKey", nameKey, 1, MAX_NAME_KEY);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
  }
}
