package parley.contract.presence;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.ReadProfiles;
import parley.contract.id.UserId;

@Doc("Says whom a person can see at the moment; replaces what was said on this socket before.")
public record WatchPresence(
    @Doc("Which accounts, 0 to 100.") @Bounds(most = MAX) List<UserId> accounts) {
  /** The most accounts that one socket watches by this operation. */
  public static final int MAX = ReadProfiles.MAX;

  public WatchPresence {
    accounts = Check.list("accounts", accounts, 0, MAX);
  }
}
