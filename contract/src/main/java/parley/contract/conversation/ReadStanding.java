package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks how an account stands to a conversation.")
public record ReadStanding(
    @Doc("Which conversation.") ConversationId conversation, @Doc("Who.") UserId account) {
  public ReadStanding {
    Check.present("conversation", conversation);
    Check.present("account", account);
  }
}
