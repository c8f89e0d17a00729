package parley.contract.presence;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What is known of the accounts, one entry each.")
public record WatchesRenewed(@Doc("The states.") List<Presence> states) {
  public WatchesRenewed {
    states = Check.list("states", states, 0, RenewWatches.MAX);
  }
}
