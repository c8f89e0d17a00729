package parley.testkit.bridge;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting, with a deadline and with a sentence that says what did not happen. */
public final class Await {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private Await() {}

  /** The result; a failed future throws its cause. */
  public static <T> T get(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new AssertionError(failed.getCause());
    } catch (TimeoutException late) {
      throw new AssertionError("no result within " + PATIENCE, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Returns once the condition holds. */
  public static void until(String what, BooleanSupplier condition) {
    until(what, PATIENCE, condition);
  }

  /** Returns once the condition holds; what did not happen is worded when that is known. */
  public static void until(Supplier<String> what, BooleanSupplier condition) {
    until(what, PATIENCE, condition);
  }

  /** Returns once the condition holds, within {@code patience}. */
  public static void until(String what, Duration patience, BooleanSupplier condition) {
    until(() -> what, patience, condition);
  }

  /** The same with words that tell how far it has come. */
  public static void until(Supplier<String> what, Duration patience, BooleanSupplier condition) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("did not happen within " + patience + ": " + what.get());
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
