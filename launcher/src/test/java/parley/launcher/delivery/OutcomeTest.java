package parley.launcher.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import parley.launcher.delivery.Outcome.Count;
import parley.launcher.delivery.Violation.Rule;

/** A torture of a minute fails for a broken promise, and also if it showed too little. */
class OutcomeTest {
  private final Map<String, Count> counts =
      new TreeMap<>(Map.of("chat killed", new Count(4, 4), "chat frozen", new Count(2, 1)));
  private List<Violation> violations = List.of();
  private long acknowledged = 120;
  private long changed = 12;

  @Test
  void isWellWhenPeopleWroteAndNoticed() {
    failures();
  }

  @Test
  void failsForOneMessageThatWasLost() {
    Violation lost = new Violation(Rule.LOST, "ada", "c1");
    violations = List.of(lost);
    failures(lost.toString());
  }

  @Test
  void failsIfTooLittleWasEditedOrDeleted() {
    changed = 11;
    failures("edited and deleted fewer than 12");
  }

  @Test
  void failsIfTooLittleWasAcknowledged() {
    acknowledged = 119;
    failures("acknowledged fewer than 120");
  }

  @Test
  void failsIfNothingWasBroken() {
    counts.clear();
    failures("noticed 0 of 0 faults");
  }

  @Test
  void failsIfTooManyFaultsHadNoEffect() {
    counts.put("Redis killed", new Count(1, 0));
    counts.put("Redis frozen", new Count(1, 0));
    failures("noticed 5 of 8 faults");
  }

  @Test
  void failsIfOneKindNeverHadAnEffect() {
    counts.put("chat killed", new Count(40, 40));
    counts.put("sockets ended", new Count(2, 0));
    failures("nobody noticed: sockets ended");
  }

  private void failures(String... expected) {
    Tally tally = new Tally(acknowledged, changed, 0, 0, 0, 0, 0);
    Outcome outcome =
        new Outcome(7, Duration.ofMinutes(1), counts, 1, new Verdict(tally, violations));
    assertEquals(List.of(expected), outcome.failures());
  }
}
