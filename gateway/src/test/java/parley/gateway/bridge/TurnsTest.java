package parley.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.Deadline;
import parley.contract.FailureCode;

class TurnsTest {
  private static final Deadline LATER = Deadline.in(Duration.ofMinutes(1));
  private static final Deadline PASSED = Deadline.in(Duration.ofNanos(-1));

  private final List<Promise<String>> running = new ArrayList<>();
  private final Turns turns = new Turns(2);

  @Test
  void runsSoManyAtATimeInTheOrderOfComing() {
    Future<String> first = take(LATER);
    take(LATER);
    Future<String> third = take(LATER);
    Future<String> fourth = take(LATER);
    assertEquals(2, running.size());
    running.get(0).complete("one");
    assertEquals("one", first.result());
    assertEquals(3, running.size());
    running.get(2).complete("three");
    assertEquals("three", third.result());
    assertEquals(4, running.size());
    running.get(3).complete("four");
    assertEquals("four", fourth.result());
  }

  @Test
  void aTaskThatFailsOrThrowsMakesRoom() {
    IllegalStateException broken = new IllegalStateException();
    Future<String> thrown =
        turns.take(
            LATER,
            () -> {
              throw broken;
            });
    assertSame(broken, thrown.cause());
    take(LATER);
    take(LATER);
    running.get(0).fail(broken);
    take(LATER);
    assertEquals(3, running.size());
  }

  /** As pages do that only ask whether they are still connected. */
  @Test
  void manyTasksThatEndAtOnceAllEnd() {
    take(LATER);
    take(LATER);
    List<Future<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      waiting.add(turns.take(LATER, () -> Future.succeededFuture("at once")));
    }
    running.get(0).complete("");
    assertTrue(waiting.stream().allMatch(Future::succeeded));
    assertEquals("later", turns.take(LATER, () -> Future.succeededFuture("later")).result());
  }

  @Test
  void whatNobodyAwaitsAnyMoreNeverRuns() {
    take(LATER);
    take(LATER);
    Future<String> late = take(PASSED);
    Future<String> next = take(LATER);
    running.get(0).complete("");
    assertEquals(FailureCode.UNAVAILABLE, ((BusFailure) late.cause()).code());
    assertEquals(3, running.size());
    running.get(2).complete("next");
    assertEquals("next", next.result());
  }

  @Test
  void refusesMoreThanTheBound() {
    for (int i = 0; i < 10_002; i++) {
      take(LATER);
    }
    Future<String> tooMany = take(LATER);
    assertTrue(tooMany.failed());
    assertEquals(FailureCode.UNAVAILABLE, ((BusFailure) tooMany.cause()).code());
  }

  private Future<String> take(Deadline deadline) {
    return turns.take(
        deadline,
        () -> {
          Promise<String> task = Promise.promise();
          running.add(task);
          return task.future();
        });
  }
}
