package parley.gateway.presence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.bus.Delivery;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.id.GatewayId;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.RenewWatches;
import parley.gateway.delivery.Channel;
import parley.gateway.delivery.Interest;

/**
 * Watches the accounts whose presence somebody in this process listens to: asks for a new one
 * within {@value #GATHER_MS} ms, hears of changes, and asks again for all of them from time to
 * time, which keeps the changes coming and repairs what was lost. One per process, confined to the
 * context of {@link parley.gateway.delivery.DeliveryOrder}.
 */
public final class PresenceWatch implements Interest {
  private static final Logger log = LoggerFactory.getLogger(PresenceWatch.class);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);
  private static final long GATHER_MS = 20;

  private final Vertx vertx;
  private final BusClient bus;
  private final AttendanceConfig config;
  private final GatewayId self = new GatewayId(UUID.randomUUID());
  private final Consumer<Delivery> deliver;
  private final WatchList list;
  private final Set<UserId> fresh = new LinkedHashSet<>();
  private boolean freshArmed;
  private boolean renewing;

  /**
   * @param deliver takes what listeners of {@code presence.{id}.changes} hear
   */
  public PresenceWatch(
      Vertx vertx, BusClient bus, AttendanceConfig config, Consumer<Delivery> deliver) {
    this.vertx = vertx;
    this.bus = bus;
    this.config = config;
    this.deliver = deliver;
    this.list = new WatchList(config.watchHolds().toNanos());
  }

  /** Completes when changes reach this process. */
  public Future<Void> start() {
    return bus.listen(PresenceOperations.PRESENCE_CHANGED, self.toString(), this::changed)
        .onSuccess(
            reachable -> vertx.setPeriodic(config.watchRenewal().toMillis(), tick -> renew()));
  }

  @Override
  public void begins(Channel channel) {
    account(channel)
        .ifPresent(
            account -> {
              list.begin(account);
              fresh.add(account);
              if (!freshArmed) {
                freshArmed = true;
                vertx.setTimer(GATHER_MS, fired -> askFresh());
              }
            });
  }

  @Override
  public void ends(Channel channel) {
    account(channel)
        .ifPresent(
            account -> {
              fresh.remove(account);
              list.end(account);
            });
  }

  private void changed(PresenceChanged told) {
    long now = System.nanoTime();
    told.changes().forEach(change -> list.changed(change, now).ifPresent(this::tell));
  }

  private void askFresh() {
    freshArmed = false;
    List<UserId> asked = new ArrayList<>(fresh);
    fresh.clear();
    askEach(asked);
  }

  private void renew() {
    if (!renewing) {
      renewing = true;
      askEach(list.accounts()).onComplete(done -> renewing = false);
    }
  }

  /** Page by page, the next one after the answer; without an answer the others are not asked. */
  private Future<Void> askEach(Collection<UserId> accounts) {
    List<UserId> rest = List.copyOf(accounts);
    if (rest.isEmpty()) {
      return Future.succeededFuture();
    }
    int page = Math.min(rest.size(), RenewWatches.MAX);
    return ask(rest.subList(0, page))
        .onFailure(cause -> unanswered(rest, cause))
        .compose(asked -> askEach(rest.subList(page, rest.size())));
  }

  private Future<Void> ask(List<UserId> accounts) {
    long question = list.ask();
    RenewWatches request = new RenewWatches(self, config.watchHolds().toMillis(), accounts);
    Caller caller = Caller.process(UUID.randomUUID().toString(), ANSWERED_WITHIN);
    return bus.request(PresenceOperations.RENEW_WATCHES, request, caller)
        .map(answer -> list.answered(question, answer.states(), System.nanoTime()))
        .onSuccess(news -> news.forEach(this::tell))
        .mapEmpty();
  }

  private void unanswered(List<UserId> accounts, Throwable cause) {
    log.debug("gateway.presence.unanswered cause={}", cause.getMessage());
    list.unanswered(accounts, System.nanoTime()).forEach(this::tell);
  }

  private void tell(Presence news) {
    Delivery.of(PresenceOperations.PRESENCE_CHANGES, news.account().toString(), news)
        .forEach(deliver);
  }

  /** Whoever has not been authorised yet may have asked for what is no account. */
  private static Optional<UserId> account(Channel channel) {
    try {
      return PresenceOperations.PRESENCE_CHANGES.idIn(channel.address()).map(UserId::of);
    } catch (BusFailure malformed) {
      return Optional.empty();
    }
  }
}
