package parley.contract.presence;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Whose presence this socket hears from now on, each beginning with what is known.")
public record PresenceWatched(
    @Doc("The accounts that the caller may watch, in the order asked for.") List<UserId> accounts) {
  public PresenceWatched {
    accounts = Check.list("accounts", accounts, 0, WatchPresence.MAX);
  }
}
