package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks persistence to make an account a member, or not one, as chat has allowed.")
public record ChangeMembership(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("Who.") UserId account,
    @Doc("The state wanted; a repeat changes nothing.") MemberState state,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public ChangeMembership {
    Check.present("conversation", conversation);
    Check.present("account", account);
    Check.present("state", state);
  }
}
