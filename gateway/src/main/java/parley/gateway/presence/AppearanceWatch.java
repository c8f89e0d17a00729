package parley.gateway.presence;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReadAppearances;
import parley.contract.presence.RollEntry;

/**
 * Learns how those who are present want to appear: by a question when they come, then by the
 * signal, and within two seconds by asking who chose lately, should the signal be lost. Confined to
 * the context that started it.
 */
final class AppearanceWatch {
  private static final Logger log = LoggerFactory.getLogger(AppearanceWatch.class);
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(2);
  private static final long PERIOD_MS = 1_000;
  private static final long OVERLAP_MS = 10_000;

  private final Vertx vertx;
  private final BusClient bus;
  private final KnownAppearances known = new KnownAppearances();
  private final Runnable onNews;
  private long lastAnswer = System.nanoTime();

  /**
   * @param onNews called after each change of what may be told
   */
  AppearanceWatch(Vertx vertx, BusClient bus, Runnable onNews) {
    this.vertx = vertx;
    this.bus = bus;
    this.onNews = onNews;
  }

  /** Begins to listen and to ask. */
  void start() {
    bus.listen(PresenceOperations.APPEARANCE_CHANGED, told -> learn(List.of(told)))
        .onComplete(listening -> askWhoChose());
  }

  /** What may be told of those who are present; of whom nothing is known yet, it is asked. */
  Map<UserId, RollEntry> shown(Map<UserId, PresenceState> present) {
    Map<UserId, RollEntry> shown = known.shown(present);
    List<UserId> unknown = known.ask(present.keySet());
    if (!unknown.isEmpty()) {
      bus.request(PresenceOperations.READ_APPEARANCES, new ReadAppearances(unknown), self())
          .onSuccess(this::answered)
          .onFailure(this::unanswered);
    }
    return shown;
  }

  private void answered(Appearances answer) {
    known.answered(answer.appearances());
    onNews.run();
  }

  private void unanswered(Throwable cause) {
    known.unanswered();
    log.debug("gateway.appearance.unanswered cause={}", cause.getMessage());
  }

  private void askWhoChose() {
    long now = System.nanoTime();
    long withinMs = Duration.ofNanos(now - lastAnswer).toMillis() + OVERLAP_MS;
    ListAppearances question = new ListAppearances(Math.min(withinMs, ListAppearances.MAX_MS));
    bus.request(PresenceOperations.LIST_APPEARANCES, question, self())
        .onSuccess(answer -> learnWhoChose(answer, now, withinMs > ListAppearances.MAX_MS))
        .onFailure(cause -> log.debug("gateway.appearance.unasked cause={}", cause.getMessage()))
        .onComplete(answer -> vertx.setTimer(PERIOD_MS, fired -> askWhoChose()));
  }

  /** Where more was chosen than is told at once, or longer ago, all are asked for again. */
  private void learnWhoChose(Appearances answer, long asked, boolean tooLong) {
    lastAnswer = asked;
    if (tooLong || answer.appearances().size() == Appearances.MAX) {
      known.doubt();
    }
    learn(answer.appearances());
  }

  private void learn(List<Appearance> told) {
    long news = told.stream().filter(known::learn).count();
    if (news > 0) {
      onNews.run();
    }
  }

  private static Caller self() {
    return Caller.process(UUID.randomUUID().toString(), ANSWERED_WITHIN);
  }
}
