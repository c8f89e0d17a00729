package parley.launcher.delivery;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Fault after fault, each kind once in a round and the rounds in orders that the seed chooses. The
 * next begins when people write again. In every round somebody is sent away and called back
 * meanwhile.
 */
final class Torture {
  private static final long PAUSE_MS = 20;
  private static final int BETWEEN = 40;

  private final Trial trial;
  private final Random random;
  private final int port;
  private final Map<String, Outcome.Count> counts = new LinkedHashMap<>();
  private final List<CompletableFuture<Void>> absences = new ArrayList<>();

  private Torture(Trial trial, long seed, int port) {
    this.trial = trial;
    this.random = new Random(seed);
    this.port = port;
  }

  /**
   * Begins no fault after {@code length}.
   *
   * @param port a gateway, to send somebody away and to call back
   */
  static Outcome run(Trial trial, List<Fault> faults, Duration length, long seed, int port) {
    Torture torture = new Torture(trial, seed, port);
    torture.strike(faults, System.nanoTime() + length.toNanos());
    return new Outcome(seed, length, torture.counts, torture.absences.size(), trial.end());
  }

  private void strike(List<Fault> faults, long end) {
    trial.talk(PAUSE_MS);
    trial.awaitMore(BETWEEN);
    while (System.nanoTime() < end) {
      List<Fault> round = new ArrayList<>(faults);
      Collections.shuffle(round, random);
      absences.add(CompletableFuture.runAsync(() -> trial.removeAndReturn(port)));
      for (Fault fault : round) {
        if (System.nanoTime() < end) {
          strike(fault);
        }
      }
      absences.forEach(CompletableFuture::join);
    }
  }

  private void strike(Fault fault) {
    Signs before = trial.signs();
    fault.strike(random);
    trial.awaitMore(BETWEEN);
    boolean noticed = fault.isNoticed(trial.signs().since(before));
    counts.merge(fault.name(), new Outcome.Count(1, noticed ? 1 : 0), Outcome.Count::plus);
  }
}
