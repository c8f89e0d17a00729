package parley.presence.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.RenewWatches;

/** Runs {@code redis/presence_renew.lua}: whom a gateway watches, and what is known of them. */
public final class RenewScript {
  private final RedisScript script;

  /**
   * @param settle how long after its beginning what is known is complete
   */
  public RenewScript(RedisLink redis, Duration settle) {
    this.script = new RedisScript(redis, "renew", settle);
  }

  /** The states in the order of the accounts, one for each that was named. */
  public Future<List<Presence>> run(RenewWatches watches) {
    List<UserId> accounts = watches.accounts().stream().distinct().toList();
    List<Object> arguments = new ArrayList<>();
    arguments.add(watches.gateway());
    arguments.add(watches.holdsMs());
    arguments.addAll(accounts);
    return script.run(arguments).map(answer -> states(accounts, answer));
  }

  private static List<Presence> states(List<UserId> accounts, Response answer) {
    List<Presence> states = new ArrayList<>();
    for (int i = 0; i < accounts.size(); i++) {
      Response told = answer.get(i);
      states.add(Told.presence(accounts.get(i), told.get(0), told.get(1)));
    }
    return states;
  }
}
