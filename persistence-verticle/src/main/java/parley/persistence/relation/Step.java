package parley.persistence.relation;

import java.time.Duration;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.relation.RelationState;
import parley.contract.relation.RelationStep;

/**
 * What becomes of a pair by one step of one of them. Pure; exact because both sides are locked. A
 * step that has been taken already changes nothing.
 */
final class Step {
  /** For how long who was declined cannot ask again. */
  static final Duration DECLINED_HOLDS = Duration.ofDays(7);

  private Step() {}

  /**
   * The sides afterwards.
   *
   * @param now the time of the database in milliseconds since 1970
   */
  static Sides take(RelationStep step, Sides before, String note, long now) {
    return switch (step) {
      case REQUEST -> request(before, note, now);
      case ACCEPT -> accept(before, now);
      case DECLINE -> decline(before, now);
      case CANCEL -> endIf(RelationState.OUTGOING, before, now);
      case END -> endIf(RelationState.FRIENDS, before, now);
      case BLOCK -> block(before, now);
      case UNBLOCK -> new Sides(before.mine().block(false, now), before.theirs());
    };
  }

  private static Sides request(Sides before, String note, long now) {
    if (before.blocked()) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return switch (before.state()) {
      case FRIENDS, OUTGOING -> before;
      case INCOMING -> befriend(before, now);
      case NONE -> ask(before, note, now);
    };
  }

  /** Who asks has thought better of having declined. */
  private static Sides ask(Sides before, String note, long now) {
    Long declined = before.theirs().declinedAt();
    if (declined != null && now - declined < DECLINED_HOLDS.toMillis()) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    Sides asked = before.become(RelationState.OUTGOING, note, now);
    return new Sides(asked.mine().declined(null), asked.theirs());
  }

  private static Sides accept(Sides before, long now) {
    return switch (before.state()) {
      case FRIENDS -> before;
      case INCOMING -> befriend(before, now);
      default -> throw BusFailure.of(FailureCode.NOT_FOUND);
    };
  }

  private static Sides befriend(Sides before, long now) {
    return before.become(RelationState.FRIENDS, null, now);
  }

  private static Sides decline(Sides before, long now) {
    Sides after = endIf(RelationState.INCOMING, before, now);
    return after == before ? before : new Sides(after.mine().declined(now), after.theirs());
  }

  private static Sides endIf(RelationState state, Sides before, long now) {
    return before.state() == state ? before.become(RelationState.NONE, null, now) : before;
  }

  private static Sides block(Sides before, long now) {
    Sides parted =
        before.state() == RelationState.NONE
            ? before
            : before.become(RelationState.NONE, null, now);
    return new Sides(parted.mine().block(true, now), parted.theirs());
  }
}
