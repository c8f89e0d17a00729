package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc(
    "Blocks somebody: ends friendship and requests, and neither reaches the other. It is not told.")
public record BlockPerson(@Doc("Whom.") UserId account) {
  public BlockPerson {
    Check.present("account", account);
  }
}
