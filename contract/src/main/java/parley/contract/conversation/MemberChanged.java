package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("It is as it was asked for.")
public record MemberChanged(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("Whose membership was asked about.") UserId account) {
  public MemberChanged {
    Check.present("conversation", conversation);
    Check.present("account", account);
  }
}
