package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks to have a conversation in a certain way, on all devices of the caller.")
public record PreferConversation(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("All preferences.") Preferences preferences) {
  public PreferConversation {
    Check.present("conversation", conversation);
    Check.present("preferences", preferences);
  }
}
