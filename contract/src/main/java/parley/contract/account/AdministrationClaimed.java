package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Somebody is administrator.")
public record AdministrationClaimed(@Doc("Who.") UserId account) {
  public AdministrationClaimed {
    Check.present("account", account);
  }
}
