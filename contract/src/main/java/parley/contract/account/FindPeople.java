package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence for people.")
public record FindPeople(
    @Doc("Who asks, and is left out.") UserId account,
    @Doc("What is wanted.") SearchPeople search) {
  public FindPeople {
    Check.present("account", account);
    Check.present("search", search);
  }
}
