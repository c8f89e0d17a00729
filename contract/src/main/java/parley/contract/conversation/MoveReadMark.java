package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to move a read mark forward.")
public record MoveReadMark(@Doc("Whose.") UserId account, @Doc("Where to.") MarkRead mark) {
  public MoveReadMark {
    Check.present("account", account);
    Check.present("mark", mark);
  }
}
