package parley.launcher.delivery;

import java.util.List;

/** What all clients together have met so far. */
public record Signs(long acknowledged, int closed, int postponed, int holes, int pauses, int slow) {
  static Signs of(List<Report> reports) {
    return new Signs(
        reports.stream().mapToLong(Report::acknowledged).sum(),
        reports.stream().mapToInt(Report::closed).sum(),
        reports.stream().mapToInt(Report::postponed).sum(),
        reports.stream().mapToInt(Report::holes).sum(),
        reports.stream().mapToInt(Report::pauses).sum(),
        reports.stream().mapToInt(Report::slow).sum());
  }

  /** What was met since {@code earlier}. */
  public Signs since(Signs earlier) {
    return new Signs(
        acknowledged - earlier.acknowledged,
        closed - earlier.closed,
        postponed - earlier.postponed,
        holes - earlier.holes,
        pauses - earlier.pauses,
        slow - earlier.slow);
  }
}
