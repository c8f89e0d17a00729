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
  public StoreRoom {
    Check.present("conversation", conversation);
    Check.present("creator", creator);
    Check.present("name", name);
    Check.present("nameKey", nameKey);
  }
}
