package parley.gateway.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.testkit.bridge.Await;

class PasswordHasherTest {
  private static final int QUEUE = 5;

  private final Vertx vertx = Vertx.vertx();
  private final PasswordHasher hasher = new PasswordHasher(vertx, new PasswordConfig(QUEUE));

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void hashesAndMatches() {
    String hash = Await.get(hasher.hash("correct horse battery", caller()));

    assertTrue(Await.get(hasher.matches("correct horse battery", hash, caller())));
    assertFalse(Await.get(hasher.matches("something else", hash, caller())));
    assertFalse(Await.get(hasher.matchesNobody("correct horse battery", caller())));
  }

  @Test
  void refusesMoreThanItsQueueAtOnceAndServesAgainAfterwards() {
    int most = PasswordHasher.THREADS + QUEUE;
    List<Future<String>> hashes = new ArrayList<>();
    for (int i = 0; i < most + 3; i++) {
      hashes.add(hasher.hash("correct horse battery", caller()));
    }

    for (Future<String> tooMany : hashes.subList(most, most + 3)) {
      unavailable(tooMany);
    }
    hashes.subList(0, most).forEach(Await::get);
    Await.get(hasher.hash("correct horse battery", caller()));
  }

  @Test
  void doesNotComputeWhatNobodyAwaits() {
    unavailable(hasher.hash("correct horse battery", Caller.process("test", Duration.ZERO)));
  }

  @Test
  void answersOnTheContextOfItsCaller() {
    Boolean backOnLoop =
        Await.get(
            Future.future(
                done ->
                    vertx.runOnContext(
                        here -> {
                          Context loop = vertx.getOrCreateContext();
                          hasher
                              .hash("correct horse battery", caller())
                              .map(hash -> vertx.getOrCreateContext() == loop)
                              .onComplete(done);
                        })));

    assertTrue(backOnLoop);
  }

  @Test
  void costsTheSameForNobodyAsForSomebody() {
    String hash = Await.get(hasher.hash("correct horse battery", caller()));
    long somebody = best(() -> hasher.matches("wrong", hash, caller()));
    long nobody = best(() -> hasher.matchesNobody("wrong", caller()));

    double ratio = (double) nobody / somebody;
    assertTrue(ratio > 0.5 && ratio < 2, "ratio " + ratio);
  }

  private static long best(Supplier<Future<Boolean>> work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 8; i++) {
      long begun = System.nanoTime();
      Await.get(work.get());
      best = Math.min(best, System.nanoTime() - begun);
    }
    return best;
  }

  private static void unavailable(Future<?> future) {
    BusFailure failure = assertThrows(BusFailure.class, () -> Await.get(future));
    assertEquals(FailureCode.UNAVAILABLE, failure.code());
  }

  private static Caller caller() {
    return Caller.process("test", Duration.ofSeconds(10));
  }
}
