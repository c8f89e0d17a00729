package parley.persistence.conversation;

import parley.contract.conversation.MemberState;

/** What a wanted state makes of the present one. */
enum MembershipStep {
  /** It is so already, or there is nothing that could end. */
  NOTHING,
  /** A membership begins, for the first time or again. */
  BEGIN,
  /** A membership ends, or its end gets another reason. */
  END;

  /**
   * @param now the present state; null for who never belonged to the conversation
   */
  static MembershipStep between(MemberState now, MemberState wanted) {
    return switch (wanted) {
      case JOINED -> now == MemberState.JOINED ? NOTHING : BEGIN;
      case LEFT -> now == MemberState.JOINED ? END : NOTHING;
      case REMOVED -> now == null || now == MemberState.REMOVED ? NOTHING : END;
    };
  }
}
