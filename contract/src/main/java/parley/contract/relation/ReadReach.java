package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks whether the caller and somebody can write to each other.")
public record ReadReach(@Doc("Whom.") UserId account) {
  public ReadReach {
    Check.present("account", account);
  }
}
