package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks to make somebody a member.")
public record AddMember(
    @Doc("Which conversation.") ConversationId conversation, @Doc("Who.") UserId account) {
  public AddMember {
    Check.present("conversation", conversation);
    Check.present("account", account);
  }
}
