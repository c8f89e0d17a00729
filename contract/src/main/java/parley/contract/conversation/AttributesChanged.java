package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The attributes are as they were asked for.")
public record AttributesChanged(
    @Doc("The conversation as the caller sees it.") ConversationSummary conversation) {
  public AttributesChanged {
    Check.present("conversation", conversation);
  }
}
