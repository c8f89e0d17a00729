package parley.persistence.conversation;

import parley.contract.conversation.History;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.id.ConversationId;

/** What happens at one seat, and what it is afterwards. */
record MembershipChange(Seat seat, Wanted wanted, MembershipStep step) {
  static MembershipChange of(Seat seat, Wanted wanted) {
    return new MembershipChange(seat, wanted, MembershipStep.at(seat, wanted));
  }

  boolean happens() {
    return step != MembershipStep.NOTHING;
  }

  boolean begins() {
    return step == MembershipStep.BEGIN;
  }

  /** Whether it gives an account something that was deleted. */
  boolean givesToNobody() {
    return seat.user().deleted() && wanted.state() == MemberState.JOINED;
  }

  /** Whether a decision taken before it may be wrong after it. */
  boolean voidsDecisions() {
    return step == MembershipStep.END || step == MembershipStep.ROLE;
  }

  /** Whether the attributes of the conversation change with it. */
  boolean changesAttributes() {
    return step == MembershipStep.BEGIN || step == MembershipStep.END;
  }

  long growth() {
    return step.growth(seat);
  }

  /** How many owners there are more after it. */
  long ownership() {
    boolean after = state() == MemberState.JOINED && role() == Role.OWNER;
    return (after ? 1 : 0) - (seat.owns() ? 1 : 0);
  }

  /** The state afterwards; null for who never belonged to the conversation. */
  MemberState state() {
    return happens() ? wanted.state() : seat.state();
  }

  /** The role afterwards. */
  Role role() {
    return step.roleAfter(seat, wanted);
  }

  /** From which number on messages are for the account, if the change has this number. */
  long visibleFrom(Policy policy, long changed) {
    if (!begins()) {
      return seat.visibleFrom();
    }
    return policy.history() == History.SINCE_JOINING ? changed : 0;
  }

  /** As the conversation's feed tells it. */
  MemberItem member(long changed) {
    return new MemberItem(changed, seat.account(), state(), role());
  }

  /** As the account's feed tells it. */
  MembershipItem membership(ConversationId conversation, long visibleFrom) {
    return new MembershipItem(seat.user().head() + 1, conversation, state(), role(), visibleFrom);
  }
}
