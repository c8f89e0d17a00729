package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

@Doc("Asks persistence to replace a password: compare and set.")
public record ChangePassword(
    @Doc("Whose.") UserId account,
    @Doc("The one session that goes on; all others of the account end.") SessionId kept,
    @Doc("PHC string of the password that was checked.") String currentHash,
    @Doc("PHC string of the password that takes its place.") String nextHash) {
  public ChangePassword {
    Check.present("account", account);
    Check.present("kept", kept);
    Check.token("currentHash", currentHash, Credentials.MAX_HASH);
    Check.token("nextHash", nextHash, Credentials.MAX_HASH);
  }

  /** Leaves the hashes out: they must not reach a log. */
  @Override
  public String toString() {
    return "ChangePassword[" + account + "]";
  }
}
