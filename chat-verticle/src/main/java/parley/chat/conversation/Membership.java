package parley.chat.conversation;

import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.Standing;

/**
 * Someone who belongs to a conversation at this moment: the proof that the caller may read, write
 * and listen there. Whoever does not belong to it gets no instance.
 *
 * @param policyVersion of the rights on which this rests; storing with an older one is refused
 * @param head of the conversation's feed when this was true
 */
public record Membership(long policyVersion, long head) {

  /** The membership behind {@code standing}; {@link FailureCode#NOT_A_MEMBER} if there is none. */
  public static Membership of(Standing standing) {
    if (!standing.joined()) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    return new Membership(standing.policyVersion(), standing.head());
  }
}
