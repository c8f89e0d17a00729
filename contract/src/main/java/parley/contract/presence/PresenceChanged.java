package parley.contract.presence;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What changed for the accounts that one gateway watches.")
public record PresenceChanged(
    @Doc("The changes, 500 at most, one an account.") List<PresenceChange> changes) {
  /** The most changes told at once. */
  public static final int MAX = 500;

  public PresenceChanged {
    changes = Check.list("changes", changes, 0, MAX);
  }
}
