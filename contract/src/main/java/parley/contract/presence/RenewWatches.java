package parley.contract.presence;

import java.time.Duration;
import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.GatewayId;
import parley.contract.id.UserId;

@Doc("Says that sockets of a gateway watch accounts, and asks whether these are there.")
public record RenewWatches(
    @Doc("Whom to tell of changes.") GatewayId gateway,
    @Doc("For how many milliseconds, 1,000 to 300,000.") long holdsMs,
    @Doc("Which accounts, 1 to 500.") List<UserId> accounts) {
  /** The most accounts in one request. */
  public static final int MAX = 500;

  private static final long MOST_HOLDS_MS = Duration.ofMinutes(5).toMillis();

  public RenewWatches {
    Check.present("gateway", gateway);
    holdsMs = Check.within("holdsMs", holdsMs, 1_000, MOST_HOLDS_MS);
    accounts = Check.list("accounts", accounts, 1, MAX);
  }
}
