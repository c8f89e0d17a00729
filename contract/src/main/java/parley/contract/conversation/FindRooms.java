package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence for public rooms as an account sees them.")
public record FindRooms(@Doc("For whom.") UserId account, @Doc("What is wanted.") ListRooms page) {
  public FindRooms {
    Check.present("account", account);
    Check.present("page", page);
  }
}
