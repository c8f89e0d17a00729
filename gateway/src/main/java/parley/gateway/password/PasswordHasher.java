package parley.gateway.password;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;

/**
 * Makes and checks password hashes on threads of its own, one core fewer than there are, so that a
 * burst of log-ins leaves the event loops a core. What waits is bounded: one more fails with {@code
 * UNAVAILABLE} at once, and what nobody awaits any more is not computed. One per process, used from
 * any event loop; answers arrive on the caller's context.
 */
public final class PasswordHasher {
  static final int THREADS = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  private static final long LONGEST_HASH_S = 10;

  private final WorkerExecutor threads;
  private final int most;
  private final AtomicInteger underWay = new AtomicInteger();

  public PasswordHasher(Vertx vertx, PasswordConfig config) {
    this.threads =
        vertx.createSharedWorkerExecutor(
            "parley-password", THREADS, LONGEST_HASH_S, TimeUnit.SECONDS);
    this.most = THREADS + config.queue();
  }

  /** The hash of a new password, to be kept. */
  public Future<String> hash(String password, Caller caller) {
    return run(() -> Argon2.hash(password), caller);
  }

  /** Whether the password is the one that {@code written} was made from. */
  public Future<Boolean> matches(String password, String written, Caller caller) {
    return run(() -> Argon2.matches(password, written), caller);
  }

  /** False, at the same cost as {@link #matches}: for a user name that does not exist. */
  public Future<Boolean> matchesNobody(String password, Caller caller) {
    return run(() -> Argon2.matches(password, Argon2.NOBODY) && false, caller);
  }

  /** Ends the threads. */
  public Future<Void> close() {
    return threads.close();
  }

  private <T> Future<T> run(Callable<T> work, Caller caller) {
    if (underWay.incrementAndGet() > most) {
      underWay.decrementAndGet();
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return threads
        .executeBlocking(() -> awaited(work, caller), false)
        .andThen((done, failure) -> underWay.decrementAndGet());
  }

  private static <T> T awaited(Callable<T> work, Caller caller) throws Exception {
    if (caller.deadline().passed()) {
      throw BusFailure.of(FailureCode.UNAVAILABLE);
    }
    return work.call();
  }
}
