package parley.contract.presence;

import java.time.Duration;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks who lately chose to appear in another way.")
public record ListAppearances(
    @Doc("How far back, in milliseconds of the clock of the database, 0 to 600,000.")
        long withinMs) {
  /** The longest look back, in milliseconds. */
  public static final long MAX_MS = Duration.ofMinutes(10).toMillis();

  public ListAppearances {
    withinMs = Check.within("withinMs", withinMs, 0, MAX_MS);
  }
}
