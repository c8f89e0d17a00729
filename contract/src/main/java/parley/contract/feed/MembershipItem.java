package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.id.ConversationId;

@Doc("In the feed of a user: a conversation that the user belongs or belonged to.")
public record MembershipItem(
    @Doc("Number of its last change.") long changed,
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("Whether the user belongs to it.") MemberState state,
    @Doc("What the user may do there.") Role role,
    @Doc("Messages posted before this number are not for the user; 0 for none.") long visibleFrom)
    implements Item {
  public MembershipItem {
    Check.present("conversation", conversation);
    Check.present("state", state);
    Check.present("role", role);
  }
}
