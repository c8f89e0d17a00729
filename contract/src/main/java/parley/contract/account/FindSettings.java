package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks what is chosen for an account.")
public record FindSettings(@Doc("Whose.") UserId account) {
  public FindSettings {
    Check.present("account", account);
  }
}
