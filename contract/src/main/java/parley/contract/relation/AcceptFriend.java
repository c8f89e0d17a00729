package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Makes friends with somebody who has asked the caller.")
public record AcceptFriend(@Doc("Who asked.") UserId account) {
  public AcceptFriend {
    Check.present("account", account);
  }
}
