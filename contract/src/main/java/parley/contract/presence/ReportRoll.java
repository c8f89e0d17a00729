package parley.contract.presence;

import java.time.Duration;
import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.RollId;
import parley.contract.id.UserId;

@Doc("What changed in a gateway's roll since its last report; nothing, to keep it.")
public record ReportRoll(
    @Doc("Which roll.") RollId roll,
    @Doc("Counts the reports of the roll, from 1; a repeat has the number of the first.")
        long number,
    @Doc("For how many milliseconds the whole roll holds without another report, 1,000 to 300,000.")
        long holdsMs,
    @Doc("Accounts that came, or are there in another way, 500 at most.") List<RollEntry> arrived,
    @Doc("Accounts that left, 500 at most.") List<UserId> left) {
  /** The most accounts of a kind in one report. */
  public static final int MAX = 500;

  private static final long MOST_HOLDS_MS = Duration.ofMinutes(5).toMillis();

  public ReportRoll {
    Check.present("roll", roll);
    number = Check.within("number", number, 1, Long.MAX_VALUE);
    holdsMs = Check.within("holdsMs", holdsMs, 1_000, MOST_HOLDS_MS);
    arrived = Check.list("arrived", arrived, 0, MAX);
    left = Check.list("left", left, 0, MAX);
  }
}
