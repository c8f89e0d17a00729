package parley.presence.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.stream.StreamSupport;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.UserId;

/**
 * Walks through the accounts of which it is kept when they were last here, or that they share it
 * not.
 */
public final class SeenAccounts {
  /** Where a walk begins, and what it ends with. */
  public static final String BEGINNING = "0";

  private static final int LOOKED_AT = 500;

  private final RedisLink redis;

  public SeenAccounts(RedisLink redis) {
    this.redis = redis;
  }

  /**
   * Some of them, perhaps none, perhaps again. Who is kept during the whole walk is told at least
   * once. {@code UNAVAILABLE} if Redis does not answer.
   */
  public Future<Page> page(String cursor) {
    Request request =
        Request.cmd(Command.SCAN)
            .arg(cursor)
            .arg("MATCH")
            .arg(PresenceKeys.SEEN + "*")
            .arg("COUNT")
            .arg(LOOKED_AT);
    return redis
        .send(request)
        .map(SeenAccounts::page)
        .recover(cause -> Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE)));
  }

  private static Page page(Response answer) {
    List<UserId> accounts =
        StreamSupport.stream(answer.get(1).spliterator(), false)
            .map(key -> UserId.of(key.toString().substring(PresenceKeys.SEEN.length())))
            .toList();
    return new Page(accounts, answer.get(0).toString());
  }

  /** Some accounts, and the cursor of the next page. */
  public record Page(List<UserId> accounts, String next) {
    public Page {
      accounts = List.copyOf(accounts);
    }
  }
}
