package parley.contract.relation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to take a step between an account and others.")
public record ChangeRelations(
    @Doc("Who takes it.") UserId account,
    @Doc("Towards whom, 1 to 100; one, unless it is declining.") List<UserId> others,
    @Doc("Which step.") RelationStep step,
    @Doc("A line to go with a request; absent for none.") String note) {
  public ChangeRelations {
    Check.present("account", account);
    Check.present("step", step);
    int most = step == RelationStep.DECLINE ? DeclineRequests.MAX : 1;
    others = Check.list("others", others, 1, most);
    note = Check.optionalLine("note", note, RequestFriend.MAX_NOTE);
  }

  /** A step towards one person, without a word. */
  public ChangeRelations(UserId account, UserId other, RelationStep step) {
    this(account, List.of(other), step, null);
  }

  /** Leaves the note out: it must not reach a log. */
  @Override
  public String toString() {
    return "ChangeRelations[" + account + " " + step + " " + others + "]";
  }
}
