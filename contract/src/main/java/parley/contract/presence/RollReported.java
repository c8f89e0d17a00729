package parley.contract.presence;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("How the roll stands after a report.")
public record RollReported(
    @Doc(
            "Whether the roll was kept; false if it had run out or was lost, so that nothing was noted and a new one has to be begun.")
        boolean kept,
    @Doc("How many accounts it holds.") long size) {
  public RollReported {
    size = Check.within("size", size, 0, Integer.MAX_VALUE);
  }
}
