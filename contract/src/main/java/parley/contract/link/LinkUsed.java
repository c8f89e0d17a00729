package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.ConversationSummary;

@Doc("The caller belongs to the conversation.")
public record LinkUsed(
    @Doc("The conversation as the caller sees it.") ConversationSummary conversation) {
  public LinkUsed {
    Check.present("conversation", conversation);
  }
}
