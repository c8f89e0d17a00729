package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence who answered a message with an emoji.")
public record FindReactions(
    @Doc("What is wanted.") ListReactions page,
    @Doc("Messages posted before this number are not for the caller; 0 for none.")
        long visibleFrom) {
  public FindReactions {
    Check.present("page", page);
    Check.within("visibleFrom", visibleFrom, 0, Long.MAX_VALUE);
  }
}
