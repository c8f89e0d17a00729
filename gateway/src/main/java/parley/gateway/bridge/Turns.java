package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import parley.contract.BusFailure;
import parley.contract.Deadline;
import parley.contract.FailureCode;

/**
 * Lets so many tasks run at a time; further ones wait in the order in which they came. Confined to
 * one event loop.
 */
final class Turns {
  private static final int MOST_WAITING = 10_000;

  private final int atOnce;
  private final Deque<Waiting<?>> waiting = new ArrayDeque<>();
  private int running;
  private boolean handingOut;

  Turns(int atOnce) {
    this.atOnce = atOnce;
  }

  /**
   * Runs the task when it is its turn. Fails with {@code UNAVAILABLE}, and the task never runs, if
   * its deadline passes before that or too many wait already.
   */
  <T> Future<T> take(Deadline deadline, Supplier<Future<T>> task) {
    if (waiting.size() >= MOST_WAITING) {
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    Waiting<T> mine = new Waiting<>(deadline, task, Promise.promise());
    waiting.add(mine);
    next();
    return mine.done.future();
  }

  /** A task that ends at once comes back here: the loop that began it goes on, not another one. */
  private void next() {
    if (handingOut) {
      return;
    }
    handingOut = true;
    while (running < atOnce && !waiting.isEmpty()) {
      Waiting<?> first = waiting.poll();
      if (first.deadline.passed()) {
        first.done.fail(BusFailure.of(FailureCode.UNAVAILABLE));
      } else {
        running++;
        first.run().onComplete(ended -> ended());
      }
    }
    handingOut = false;
  }

  private void ended() {
    running--;
    next();
  }

  private record Waiting<T>(Deadline deadline, Supplier<Future<T>> task, Promise<T> done) {
    Future<T> run() {
      return Future.<T>future(started -> task.get().onComplete(started)).onComplete(done);
    }
  }
}
