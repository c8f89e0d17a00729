package parley.persistence.conversation;

import io.vertx.sqlclient.Tuple;
import java.util.List;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.UserId;

/** Two accounts in the one order that does not depend on who asks: that of their written ids. */
record Pair(UserId lower, UserId upper) {
  /** {@code NOT_REACHABLE} if they are one. */
  static Pair of(UserId one, UserId other) {
    // PostgreSQL orders ids by their unsigned bytes, as their texts are ordered; Java does not.
    int order = one.toString().compareTo(other.toString());
    if (order == 0) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return order < 0 ? new Pair(one, other) : new Pair(other, one);
  }

  List<UserId> both() {
    return List.of(lower, upper);
  }

  Tuple key() {
    return Tuple.of(lower.value(), upper.value());
  }
}
