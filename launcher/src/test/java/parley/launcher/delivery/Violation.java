package parley.launcher.delivery;

/**
 * A promise that was broken.
 *
 * @param who the client that saw it, or the one whose message it is
 * @param evidence what shows it
 */
public record Violation(Rule rule, String who, String evidence) {
  /** What is promised. */
  public enum Rule {
    /** What was acknowledged is in the table: a message where the server said, and its changes. */
    LOST,
    /** A message is in the table once, whatever was repeated. */
    DOUBLED,
    /** What was refused at its first attempt is not in the table. */
    REFUSED_YET_STORED,
    /** Messages of one writer are in the order of writing, and everybody meets all in one order. */
    REORDERED,
    /** Every client comes to the head. */
    BEHIND,
    /** What a client has is what a fresh reader reads. */
    DIFFERENT,
    /** No range is applied that does not join on. */
    GAP,
    /** Ranges that come by themselves join on, from where listening began. */
    HOLE,
    /** Items lie in their range and in order. */
    MALFORMED,
    /** Who was removed hears nothing numbered after that. */
    LEAKED,
    /** Something definite is known in the end of every message. */
    UNFINISHED
  }
}
