package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;
import parley.contract.relation.RelationState;
import parley.contract.relation.RequestFriend;

@Doc(
    "In the feed of a user: how the user stands to somebody. Whether the other has blocked the user is not told.")
public record RelationItem(
    @Doc("Number of its last change; 0 where there never was anything.") long changed,
    @Doc("The other.") UserId account,
    @Doc("Friends, a request, or nothing.") RelationState state,
    @Doc("Whether the user has blocked the other.") boolean blocked,
    @Doc(value = "The line that goes with a request; plain text.", optional = true) String note,
    @Doc(
            value =
                "Since when they are friends, or when it was asked, in milliseconds since 1970; absent for neither.",
            optional = true)
        Long since)
    implements Item {
  public RelationItem {
    Check.present("account", account);
    Check.present("state", state);
    note = Check.optionalLine("note", note, RequestFriend.MAX_NOTE);
  }

  /** Where there never was anything between two people. */
  public static RelationItem nothing(UserId account) {
    return new RelationItem(0, account, RelationState.NONE, false, null, null);
  }

  /** Leaves the note out: it must not reach a log. */
  @Override
  public String toString() {
    return "RelationItem[" + changed + " " + account + " " + state + " " + blocked + "]";
  }
}
