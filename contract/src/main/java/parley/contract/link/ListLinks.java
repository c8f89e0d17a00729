package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;

@Doc("Asks for the links that lead into a conversation.")
public record ListLinks(@Doc("Which conversation.") ConversationId conversation) {
  public ListLinks {
    Check.present("conversation", conversation);
  }
}
