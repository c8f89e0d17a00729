package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Ends a friendship; the conversation of the two stays readable.")
public record EndFriendship(@Doc("The friend.") UserId account) {
  public EndFriendship {
    Check.present("account", account);
  }
}
