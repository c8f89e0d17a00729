package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Fewer people than before may know of somebody; whoever shows it to others has to ask again.")
public record ReachNarrowed(@Doc("Of whom.") UserId account) {
  public ReachNarrowed {
    Check.present("account", account);
  }
}
