package parley.contract.presence;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks whose presence the caller may see.")
public record SelectVisible(@Doc("Which accounts, 1 to 100.") List<UserId> accounts) {
  public SelectVisible {
    accounts = Check.list("accounts", accounts, 1, WatchPresence.MAX);
  }
}
