package parley.persistence.relation;

import parley.contract.feed.RelationItem;
import parley.contract.id.UserId;
import parley.contract.relation.RelationState;

/**
 * What one of two people keeps about the other.
 *
 * @param since when the state began, in milliseconds since 1970; null for {@code NONE}
 * @param declinedAt when this one last declined, in milliseconds since 1970; null for never
 */
record Side(RelationState state, boolean blocked, String note, Long since, Long declinedAt) {
  static final Side NOTHING = new Side(RelationState.NONE, false, null, null, null);

  /** Whether there is anything to list. */
  boolean isThere() {
    return blocked || state != RelationState.NONE;
  }

  /** In another state from {@code now} on. */
  Side become(RelationState next, String word, long now) {
    return new Side(
        next, blocked, word, next == RelationState.NONE ? null : (Long) now, declinedAt);
  }

  /** Blocked or not; a block leaves nothing else. */
  Side block(boolean block, long now) {
    Side rest = block ? become(RelationState.NONE, null, now) : this;
    return new Side(rest.state, block, rest.note, rest.since, declinedAt);
  }

  /** Declined just now; null: no longer. */
  Side declined(Long now) {
    return new Side(state, blocked, note, since, now);
  }

  RelationItem item(long changed, UserId other) {
    return new RelationItem(changed, other, state, blocked, note, since);
  }
}
