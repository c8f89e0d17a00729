package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence for the address of an account.")
public record ReadEmail(@Doc("Whose.") UserId account) {
  public ReadEmail {
    Check.present("account", account);
  }
}
