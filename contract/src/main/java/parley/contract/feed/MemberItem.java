package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.id.UserId;

@Doc("A person in a conversation; stays with state left or removed after the end.")
public record MemberItem(
    @Doc("Number of its last change.") long changed,
    @Doc("Who.") UserId account,
    @Doc("Whether the person belongs to the conversation.") MemberState state,
    @Doc("What the person may do there.") Role role)
    implements Item {
  public MemberItem {
    Check.present("account", account);
    Check.present("state", state);
    Check.present("role", role);
  }
}
