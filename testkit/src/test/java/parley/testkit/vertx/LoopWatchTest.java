package parley.testkit.vertx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testkit.bridge.Await;

class LoopWatchTest {
  private static final long LONG_MS = 600;

  private final Vertx vertx = Vertx.vertx();
  private final List<String> found = new ArrayList<>();

  @BeforeEach
  void forget() {
    LoopWatch.running().take();
  }

  @AfterEach
  void close() {
    Await.get(vertx.close());
  }

  @Test
  void findsALoopThatWaits() {
    Await.get(onLoop(LoopWatchTest::waitInVain));
    Await.until("found", () -> found.addAll(LoopWatch.running().take()));
    assertEquals(1, found.size(), "a task is told once");
    assertTrue(found.get(0).endsWith("waits in java.util.concurrent.CountDownLatch.await"));
  }

  @Test
  void findsALoopThatWorksTooLongASecondTime() {
    Await.get(onLoop(LoopWatchTest::work));
    assertEquals(List.of(), LoopWatch.running().take(), "the first time may be warming up");
    Await.get(onLoop(LoopWatchTest::work));
    Await.until("found", () -> found.addAll(LoopWatch.running().take()));
    assertTrue(found.get(0).endsWith("works in " + LoopWatchTest.class.getName() + ".work"));
  }

  @Test
  void failsTheTestInWhichItHappened() {
    NoBlockedLoops extension = new NoBlockedLoops();
    extension.afterEach(null);
    Await.get(onLoop(LoopWatchTest::waitInVain));
    assertThrows(AssertionError.class, () -> extension.afterEach(null));
  }

  @Test
  void leavesAWorkerThatWaitsInPeace() {
    Await.get(
        vertx.executeBlocking(
            () -> {
              waitInVain();
              return null;
            }));
    assertEquals(List.of(), LoopWatch.running().take());
  }

  private Future<Void> onLoop(Runnable task) {
    Promise<Void> done = Promise.promise();
    vertx.runOnContext(
        go -> {
          task.run();
          done.complete();
        });
    return done.future();
  }

  private static void waitInVain() {
    try {
      new CountDownLatch(1).await(LONG_MS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Until the processor was used, which on a busy machine takes longer. */
  private static void work() {
    long until =
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()
            + Duration.ofMillis(LONG_MS).toNanos();
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < until) {
      Thread.onSpinWait();
    }
  }
}
