package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to delete an account.")
public record DeleteAccount(
    @Doc("Which.") UserId account,
    @Doc("PHC string of the password that was checked.") String passwordHash) {
  public DeleteAccount {
    Check.present("account", account);
    Check.token("passwordHash", passwordHash, Credentials.MAX_HASH);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "DeleteAccount[" + account + "]";
  }
}
