package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Takes back a block; what it ended stays ended.")
public record UnblockPerson(@Doc("Whom.") UserId account) {
  public UnblockPerson {
    Check.present("account", account);
  }
}
