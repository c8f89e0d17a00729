package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence for the conversation of two accounts that chat has allowed.")
public record StoreDirect(
    @Doc("Who opens it.") UserId opener, @Doc("The other; not the same account.") UserId other) {
  public StoreDirect {
    Check.present("opener", opener);
    Check.present("other", other);
  }
}
