package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.Preferences;
import parley.contract.id.ConversationId;

@Doc("In the feed of a user: how the user wants to have a conversation.")
public record PreferencesItem(
    @Doc("Number of its last change.") long changed,
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("All preferences.") Preferences preferences)
    implements Item {
  public PreferencesItem {
    Check.present("conversation", conversation);
    Check.present("preferences", preferences);
  }
}
