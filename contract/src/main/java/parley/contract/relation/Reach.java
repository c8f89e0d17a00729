package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Whether two people can write to each other at this moment; why not is not told.")
public record Reach(
    @Doc("The other.") UserId account,
    @Doc("Whether both may write in their conversation; false also for who does not exist.")
        boolean writes) {
  public Reach {
    Check.present("account", account);
  }
}
