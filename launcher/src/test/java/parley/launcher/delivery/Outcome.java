package parley.launcher.delivery;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import parley.launcher.delivery.Violation.Rule;

/**
 * What a torture came to.
 *
 * @param counts by the name of the fault
 * @param absences how often somebody was sent away
 */
record Outcome(
    long seed, Duration length, Map<String, Count> counts, int absences, Verdict verdict) {
  /** Much less than any machine manages on which a process starts within its time. */
  private static final long LEAST_A_SECOND = 2;

  /** Of so many acknowledged messages one at least was changed. */
  private static final long LEAST_CHANGED = 10;

  /** How often it struck and how often people noticed. */
  record Count(int struck, int noticed) {
    Count plus(Count other) {
      return new Count(struck + other.struck, noticed + other.noticed);
    }
  }

  /** Why it failed: broken promises first; a run that shows too little fails, too. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    verdict.violations().forEach(violation -> failures.add(violation.toString()));
    long least = LEAST_A_SECOND * length.toSeconds();
    if (verdict.tally().acknowledged() < least) {
      failures.add("acknowledged fewer than " + least);
    }
    if (verdict.tally().changed() < least / LEAST_CHANGED) {
      failures.add("edited and deleted fewer than " + least / LEAST_CHANGED);
    }
    int struck = counts.values().stream().mapToInt(Count::struck).sum();
    int noticed = counts.values().stream().mapToInt(Count::noticed).sum();
    if (struck == 0 || noticed * 5 < struck * 4) {
      failures.add("noticed " + noticed + " of " + struck + " faults");
    }
    counts.forEach(
        (name, count) -> {
          if (count.struck() >= 2 && count.noticed() == 0) {
            failures.add("nobody noticed: " + name);
          }
        });
    return failures;
  }

  /** The table for people. */
  String table() {
    StringBuilder table = new StringBuilder();
    line(table, "fault", "struck", "noticed");
    line(table, "---", "---", "---");
    counts.forEach((name, count) -> line(table, name, count.struck(), count.noticed()));
    Tally tally = verdict.tally();
    line(table, "acknowledged", tally.acknowledged(), "");
    line(table, "edited and deleted", tally.changed(), "");
    line(table, "sent more than once", tally.repeated(), "");
    line(table, "sockets opened", tally.connections(), "");
    line(table, "ranges heard", tally.ranges(), "");
    line(table, "ranges that came too early", tally.holes(), "");
    line(table, "removed and called back", absences, "");
    line(table, "longest repair", tally.longestRepair() + " ms", "");
    line(table, "lost", verdict.count(Rule.LOST), "");
    line(table, "doubled", verdict.count(Rule.DOUBLED), "");
    line(table, "reordered", verdict.count(Rule.REORDERED), "");
    line(table, "heard by who was removed", verdict.count(Rule.LEAKED), "");
    line(table, "violations of any kind", verdict.violations().size(), "");
    return table
        + "\nseed "
        + seed
        + ", faults for "
        + length.toSeconds()
        + " s, "
        + Runtime.getRuntime().availableProcessors()
        + " processors, load "
        + Math.round(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage() * 10)
            / 10.0;
  }

  private static void line(StringBuilder table, Object one, Object two, Object three) {
    table.append(String.format("| %-32s | %9s | %7s |%n", one, two, three));
  }
}
