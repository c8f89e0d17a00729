package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The conversation of the two is there, and both belong to it.")
public record DirectOpened(
    @Doc("The conversation as the caller sees it.") ConversationSummary conversation) {
  public DirectOpened {
    Check.present("conversation", conversation);
  }
}
