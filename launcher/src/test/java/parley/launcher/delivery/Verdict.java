package parley.launcher.delivery;

import java.util.List;

/** What a trial came to. */
public record Verdict(Tally tally, List<Violation> violations) {
  /** How many promises of this kind were broken. */
  public long count(Violation.Rule rule) {
    return violations.stream().filter(one -> one.rule() == rule).count();
  }

  /** Whether every promise was kept. */
  public boolean isClean() {
    return violations.isEmpty();
  }

  /** The numbers, and the first of the violations. */
  @Override
  public String toString() {
    return tally
        + ", violations "
        + violations.size()
        + violations.stream().limit(8).map(one -> "\n  " + one).toList();
  }
}
