package parley.persistence.relation;

import parley.contract.relation.RelationState;

/**
 * Both sides of a pair at one moment.
 *
 * @param mine of who takes a step
 * @param theirs of the other
 */
record Sides(Side mine, Side theirs) {
  boolean blocked() {
    return mine.blocked() || theirs.blocked();
  }

  RelationState state() {
    return mine.state();
  }

  Sides become(RelationState next, String note, long now) {
    return new Sides(mine.become(next, note, now), theirs.become(mirrored(next), note, now));
  }

  /** Whether somebody could reach the other before and no longer can by this alone. */
  boolean parts(Sides after) {
    boolean ended = state() == RelationState.FRIENDS && after.state() != RelationState.FRIENDS;
    return ended || !blocked() && after.blocked();
  }

  private static RelationState mirrored(RelationState state) {
    return switch (state) {
      case OUTGOING -> RelationState.INCOMING;
      case INCOMING -> RelationState.OUTGOING;
      default -> state;
    };
  }
}
