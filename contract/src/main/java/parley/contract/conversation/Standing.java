package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.relation.Bond;

@Doc("How an account stands to a conversation; all of it true at one moment.")
public record Standing(
    @Doc("What kind of conversation.") ConversationKind kind,
    @Doc(
            value = "The state of the membership; absent for who never belonged to it.",
            optional = true)
        MemberState state,
    @Doc(value = "The role of the membership.", optional = true) Role role,
    @Doc("What members may do.") Policy policy,
    @Doc("Messages posted before this number are not for the account; 0 for none.")
        long visibleFrom,
    @Doc("Grows whenever rights in the conversation change.") long policyVersion,
    @Doc("The head of the feed.") long head,
    @Doc(
            value =
                "Between the account and the other of a direct conversation; absent for any other, and where the other was deleted. Whether they share a room is told as far as it decides who may write.",
            optional = true)
        Bond bond) {
  public Standing {
    Check.present("kind", kind);
    Check.present("policy", policy);
  }

  /** In what is no conversation of two. */
  public Standing(
      ConversationKind kind,
      MemberState state,
      Role role,
      Policy policy,
      long visibleFrom,
      long policyVersion,
      long head) {
    this(kind, state, role, policy, visibleFrom, policyVersion, head, null);
  }

  /** Whether the account belongs to the conversation. */
  public boolean joined() {
    return state == MemberState.JOINED;
  }
}
