package parley.persistence.conversation;

import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;

/** What a wanted state makes of the present one. */
enum MembershipStep {
  /** It is so already, or there is nothing that could end. */
  NOTHING,
  /** A membership begins, for the first time or again. */
  BEGIN,
  /** A membership goes on in another role. */
  ROLE,
  /** A membership ends, or its end gets another reason. */
  END;

  /** What has to be done at this seat. */
  static MembershipStep at(Seat seat, Wanted wanted) {
    MembershipStep step = between(seat.state(), wanted.state());
    boolean otherRole =
        wanted.state() == MemberState.JOINED
            && wanted.role() != null
            && wanted.role() != seat.role();
    return step == NOTHING && otherRole ? ROLE : step;
  }

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

  /** How many members there are more after it. */
  long growth(Seat seat) {
    return switch (this) {
      case NOTHING, ROLE -> 0;
      case BEGIN -> 1;
      case END -> seat.state() == MemberState.JOINED ? -1 : 0;
    };
  }

  /** The role that is left behind. */
  Role roleAfter(Seat seat, Wanted wanted) {
    return switch (this) {
      case NOTHING -> seat.role();
      case BEGIN -> wanted.role() == null ? Role.MEMBER : wanted.role();
      case ROLE -> wanted.role();
      case END -> Role.MEMBER;
    };
  }
}
