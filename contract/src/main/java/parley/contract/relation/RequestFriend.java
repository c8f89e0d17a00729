package parley.contract.relation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks somebody to be friends; who has asked the caller becomes a friend at once.")
public record RequestFriend(
    @Doc("Whom.") UserId account,
    @Doc(value = "A line to go with it, shown as plain text.", optional = true)
        @Bounds(most = MAX_NOTE)
        String note) {
  /** UTF-16 units. */
  public static final int MAX_NOTE = 200;

  public RequestFriend {
    Check.present("account", account);
    note = Check.optionalLine("note", note, MAX_NOTE);
  }

  /** Leaves the note out: it must not reach a log. */
  @Override
  public String toString() {
    return "RequestFriend[" + account + "]";
  }
}
