package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The account exists.")
public record AccountStored(@Doc("As others see it.") Profile profile) {
  public AccountStored {
    Check.present("profile", profile);
  }
}
