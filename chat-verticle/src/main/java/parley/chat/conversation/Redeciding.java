package parley.chat.conversation;

import io.vertx.core.Future;
import java.util.function.Supplier;
import parley.contract.BusFailure;
import parley.contract.FailureCode;

/**
 * Takes a decision again when persistence says that the rights it rested on have changed since.
 * After the last attempt the caller is told {@code UNAVAILABLE} and may repeat.
 */
public final class Redeciding {
  private final int attempts;

  public Redeciding(int attempts) {
    this.attempts = attempts;
  }

  /** Runs {@code decideAndStore} from its beginning, once more for each {@code STALE}. */
  public <T> Future<T> run(Supplier<Future<T>> decideAndStore) {
    return attempt(decideAndStore, attempts);
  }

  private <T> Future<T> attempt(Supplier<Future<T>> decideAndStore, int left) {
    return decideAndStore.get().recover(cause -> again(decideAndStore, left - 1, cause));
  }

  private <T> Future<T> again(Supplier<Future<T>> decideAndStore, int left, Throwable cause) {
    if (!BusFailure.is(cause, FailureCode.STALE)) {
      return Future.failedFuture(cause);
    }
    return left > 0
        ? attempt(decideAndStore, left)
        : Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
  }
}
