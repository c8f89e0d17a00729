package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to set the attributes of a conversation as chat has allowed.")
public record StoreAttributes(
    @Doc("Who asks for it.") UserId account,
    @Doc("What is wanted; a repeat changes nothing.") ChangeConversation change,
    @Doc(value = "The form of a room's name that is unique; absent for a group.", optional = true)
        String nameKey,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StoreAttributes {
    Check.present("account", account);
    Check.present("change", change);
    nameKey = Check.optionalLine("nameKey", nameKey, StoreRoom.MAX_NAME_KEY);
  }
}
