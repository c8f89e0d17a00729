package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc(
    "What is between two people, as far as it decides who reaches whom; all of it true at one moment.")
public record Bond(
    @Doc("The other.") UserId account,
    @Doc("Whether they are friends.") boolean friends,
    @Doc("Whether one of them has blocked the other.") boolean blocked,
    @Doc("Who may write to the one who asks.") OpenTo openTo,
    @Doc("Who may write to the other.") OpenTo otherOpenTo,
    @Doc("Whether both belong to a room.") boolean shareRoom) {
  public Bond {
    Check.present("account", account);
    Check.present("openTo", openTo);
    Check.present("otherOpenTo", otherOpenTo);
  }
}
