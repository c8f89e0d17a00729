package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks to give a member another role.")
public record ChangeRole(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("Who.") UserId account,
    @Doc("What the member may do from now on.") Role role) {
  public ChangeRole {
    Check.present("conversation", conversation);
    Check.present("account", account);
    Check.present("role", role);
  }
}
