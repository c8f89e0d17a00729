package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence for a page of messages.")
public record FindHistory(
    @Doc("What is wanted.") ReadHistory page,
    @Doc("Messages posted before this number are left out; 0 for none.") long visibleFrom) {
  public FindHistory {
    Check.present("page", page);
    Check.within("visibleFrom", visibleFrom, 0, Long.MAX_VALUE);
  }
}
