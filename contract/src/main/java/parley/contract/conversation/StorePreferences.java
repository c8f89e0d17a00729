package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to keep the preferences of a member.")
public record StorePreferences(
    @Doc("Whose.") UserId account,
    @Doc("What is wanted; a repeat changes nothing.") PreferConversation wanted) {
  public StorePreferences {
    Check.present("account", account);
    Check.present("wanted", wanted);
  }
}
