package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks to make somebody an owner in place of the caller, who stays as a moderator.")
public record TransferOwner(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("Who becomes an owner.") UserId account) {
  public TransferOwner {
    Check.present("conversation", conversation);
    Check.present("account", account);
  }
}
