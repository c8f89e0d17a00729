package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("The preferences are as they were asked for.")
public record Preferred(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("All preferences.") Preferences preferences) {
  public Preferred {
    Check.present("conversation", conversation);
    Check.present("preferences", preferences);
  }
}
