package parley.chat.conversation;

import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.conversation.Writers;

/**
 * Someone who belongs to a conversation at this moment: the proof that the caller may read and
 * listen there. Whoever does not belong to it gets no instance.
 *
 * @param role what the person is there
 * @param policy what members may do there
 * @param visibleFrom messages posted before this number are not for the person
 * @param policyVersion of the rights on which this rests; storing with an older one is refused
 * @param head of the conversation's feed when this was true
 */
public record Membership(
    Role role, Policy policy, long visibleFrom, long policyVersion, long head) {

  /** The membership behind {@code standing}; {@link FailureCode#NOT_A_MEMBER} if there is none. */
  public static Membership of(Standing standing) {
    if (!standing.joined()) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    return new Membership(
        standing.role(),
        standing.policy(),
        standing.visibleFrom(),
        standing.policyVersion(),
        standing.head());
  }

  /** Whether the person may write: everybody may, or moderators and owners only. */
  public boolean mayWrite() {
    return policy.writers() == Writers.EVERYBODY || role != Role.MEMBER;
  }

  /** Seconds that must lie between two messages of the person; 0 for moderators and owners. */
  public int pauseSeconds() {
    return role == Role.MEMBER ? policy.slowSeconds() : 0;
  }
}
