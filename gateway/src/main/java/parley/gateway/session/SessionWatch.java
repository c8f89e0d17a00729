package parley.gateway.session;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.SessionId;
import parley.contract.session.EndedSessions;
import parley.contract.session.ListEndedSessions;
import parley.contract.session.SessionOperations;

/**
 * Learns of sessions that ended: at once by the signal, and within two seconds by asking, should
 * the signal be lost. What is asked overlaps, back to the last answer and beyond. One per process.
 *
 * <p>{@link #onEnded} and {@link #report} may be called from any thread. Listeners are called on
 * the context on which the watch was started, once per session; what one of them throws is logged
 * and does not keep the others from being called.
 */
public final class SessionWatch {
  private static final Logger log = LoggerFactory.getLogger(SessionWatch.class);
  private static final long PERIOD_MS = 1_000;
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final Vertx vertx;
  private final BusClient bus;
  private final Duration remembered;
  private final RecentlyEnded ended;
  private final List<Consumer<SessionId>> listeners = new CopyOnWriteArrayList<>();
  private final Context context;
  private long lastAnswer;
  private boolean answeredOnce;
  private boolean stopped;

  /** A watch of this process, on the current context. */
  public SessionWatch(Vertx vertx, BusClient bus, SessionConfig config) {
    this.vertx = vertx;
    this.bus = bus;
    this.remembered = config.endRemembered();
    this.ended = new RecentlyEnded(remembered, System::nanoTime);
    this.context = vertx.getOrCreateContext();
  }

  /**
   * Begins to listen and to ask; to be called on the context that made it. Completes when signals
   * arrive here; whether somebody answers yet does not matter.
   */
  public Future<Void> start() {
    return bus.listen(SessionOperations.SESSION_ENDED, signal -> report(signal.session()))
        .onSuccess(listening -> ask());
  }

  /** Stops asking. */
  public void stop() {
    context.runOnContext(here -> stopped = true);
  }

  /** Calls {@code listener} for every session that ends from now on. */
  public void onEnded(Consumer<SessionId> listener) {
    listeners.add(listener);
  }

  /** Notes that a session ended; from now on this process refuses it. */
  public void report(SessionId session) {
    if (ended.add(session)) {
      context.runOnContext(here -> listeners.forEach(listener -> call(listener, session)));
    }
  }

  /** Whether the end of this session is known here. */
  public boolean hasEnded(SessionId session) {
    return ended.contains(session);
  }

  private void ask() {
    if (stopped) {
      return;
    }
    long asked = System.nanoTime();
    Caller self = Caller.process(UUID.randomUUID().toString(), Duration.ofMillis(PERIOD_MS));
    bus.request(SessionOperations.LIST_ENDED_SESSIONS, new ListEndedSessions(windowMs(asked)), self)
        .onSuccess(answer -> learn(answer, asked))
        .onFailure(
            cause -> log.debug("gateway.session.watch.unanswered cause={}", cause.getMessage()))
        .onComplete(answer -> vertx.setTimer(PERIOD_MS, fired -> ask()));
  }

  private void learn(EndedSessions answer, long asked) {
    lastAnswer = asked;
    answeredOnce = true;
    answer.sessions().forEach(this::report);
  }

  private long windowMs(long now) {
    Duration since = answeredOnce ? Duration.ofNanos(now - lastAnswer).plus(OVERLAP) : remembered;
    return Math.min(since.toMillis(), remembered.toMillis());
  }

  private static void call(Consumer<SessionId> listener, SessionId session) {
    try {
      listener.accept(session);
    } catch (RuntimeException bug) {
      log.error("gateway.session.listener.failed", bug);
    }
  }
}
