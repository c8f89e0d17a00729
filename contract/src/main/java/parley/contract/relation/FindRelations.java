package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks for the relations of an account.")
public record FindRelations(@Doc("Whose.") UserId account, @Doc("Which page.") ListRelations page) {
  public FindRelations {
    Check.present("account", account);
    Check.present("page", page);
  }
}
