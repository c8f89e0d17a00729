package parley.presence.seen;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.Appearances;
import parley.contract.presence.ListAppearances;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.ReadAppearances;
import parley.presence.change.Announcing;
import parley.presence.change.WatchedChange;
import parley.presence.redis.ForgetScript;
import parley.presence.redis.RedisLink;
import parley.presence.redis.SeenAccounts;

/**
 * Sees to it that nobody is told when somebody was last here who does not share it any more: at the
 * signal; by asking every second who chose lately, should the signal be lost; and by asking for all
 * of whom something is kept, at the start and where the last answer is too long ago. Several
 * processes may do so at once. Confined to the context that started it.
 */
public final class Forgetting {
  private static final Logger log = LoggerFactory.getLogger(Forgetting.class);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);
  private static final long PERIOD_MS = 1_000;
  private static final long OVERLAP_MS = 10_000;

  private final Vertx vertx;
  private final BusClient bus;
  private final RedisLink redis;
  private final ForgetScript script;
  private final SeenAccounts kept;
  private final Announcing announcing;
  private boolean compared;
  private long lastAnswer;
  private boolean running;

  public Forgetting(
      Vertx vertx, BusClient bus, RedisLink redis, ForgetScript script, Announcing announcing) {
    this.vertx = vertx;
    this.bus = bus;
    this.redis = redis;
    this.script = script;
    this.kept = new SeenAccounts(redis);
    this.announcing = announcing;
  }

  /** Begins to listen and to ask, until {@link #stop}. */
  public void start() {
    running = true;
    bus.listen(PresenceOperations.APPEARANCE_CHANGED, this::chosen).onComplete(heard -> ask());
  }

  /** Asks no more; what is under way ends by itself. */
  public void stop() {
    running = false;
  }

  private void chosen(Appearance told) {
    forget(List.of(told)).onFailure(this::missed);
  }

  private void ask() {
    if (running) {
      long now = System.nanoTime();
      round(now)
          .onSuccess(
              done -> {
                compared = true;
                lastAnswer = now;
              })
          .onFailure(this::missed)
          .onComplete(done -> vertx.setTimer(PERIOD_MS, fired -> ask()));
    }
  }

  private Future<Void> round(long now) {
    long withinMs = Duration.ofNanos(now - lastAnswer).toMillis() + OVERLAP_MS;
    return compared && withinMs <= ListAppearances.MAX_MS
        ? forgetWhoChose(withinMs)
        : compare(SeenAccounts.BEGINNING);
  }

  /** Where as many chose as one answer holds, there may be more. */
  private Future<Void> forgetWhoChose(long withinMs) {
    return bus.request(PresenceOperations.LIST_APPEARANCES, new ListAppearances(withinMs), self())
        .compose(
            chosen ->
                chosen.appearances().size() < Appearances.MAX
                    ? forget(chosen.appearances())
                    : compare(SeenAccounts.BEGINNING));
  }

  /** Page by page, the next one after the answer. */
  private Future<Void> compare(String cursor) {
    return redis
        .inTime(kept.page(cursor))
        .compose(
            page ->
                compare(page.accounts())
                    .compose(
                        done ->
                            page.next().equals(SeenAccounts.BEGINNING)
                                ? Future.succeededFuture()
                                : compare(page.next())));
  }

  private Future<Void> compare(List<UserId> accounts) {
    if (accounts.isEmpty()) {
      return Future.succeededFuture();
    }
    int asked = Math.min(accounts.size(), ReadAppearances.MAX);
    ReadAppearances question = new ReadAppearances(accounts.subList(0, asked));
    return bus.request(PresenceOperations.READ_APPEARANCES, question, self())
        .compose(answer -> forget(answer.appearances()))
        .compose(done -> compare(accounts.subList(asked, accounts.size())));
  }

  private Future<Void> forget(List<Appearance> chosen) {
    return redis.inTime(script.run(chosen).map(this::announced));
  }

  private Void announced(List<WatchedChange> changes) {
    announcing.announce(changes);
    return null;
  }

  private void missed(Throwable cause) {
    log.debug("presence.seen.missed cause={}", cause.getMessage());
  }

  private static Caller self() {
    return Caller.process(UUID.randomUUID().toString(), ANSWERED_WITHIN);
  }
}
