package parley.persistence.relation;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.HashMap;
import java.util.Map;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.UserId;
import parley.contract.relation.RelationState;

/**
 * How much an account has already.
 *
 * @param relations friends, requests and blocks
 * @param outgoing requests that it made and that are open
 * @param incoming requests that it has not answered
 */
record Counts(long relations, long outgoing, long incoming) {
  static final int MAX_RELATIONS = 2_000;
  static final int MAX_OUTGOING = 100;
  static final int MAX_INCOMING = 500;

  /** Of the accounts {@code $1}, those that have anything. */
  static final String READ =
      """
      select account, count(*) as relations, count(*) filter (where state = 'outgoing') as outgoing,
        count(*) filter (where state = 'incoming') as incoming
      from relation where account = any($1) and (state <> 'none' or blocked) group by account
      """;

  private static final Counts NONE = new Counts(0, 0, 0);

  static Map<UserId, Counts> of(RowSet<Row> rows) {
    Map<UserId, Counts> counts = new HashMap<>();
    for (Row row : rows) {
      counts.put(
          new UserId(row.getUUID("account")),
          new Counts(row.getLong("relations"), row.getLong("outgoing"), row.getLong("incoming")));
    }
    return counts;
  }

  /** {@code TOO_MANY} if {@code account} would have more than it may. */
  static void requireRoom(Map<UserId, Counts> counts, UserId account, Side before, Side after) {
    if (counts.getOrDefault(account, NONE).isExceeded(before, after)) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
  }

  /** The same of the other, whose affairs are not told: {@code NOT_REACHABLE}. */
  static void requireRoomOfOther(
      Map<UserId, Counts> counts, UserId other, Side before, Side after) {
    if (counts.getOrDefault(other, NONE).isExceeded(before, after)) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
  }

  private boolean isExceeded(Side before, Side after) {
    return !before.isThere() && after.isThere() && relations >= MAX_RELATIONS
        || becomes(RelationState.OUTGOING, before, after) && outgoing >= MAX_OUTGOING
        || becomes(RelationState.INCOMING, before, after) && incoming >= MAX_INCOMING;
  }

  private static boolean becomes(RelationState state, Side before, Side after) {
    return before.state() != state && after.state() == state;
  }
}
