package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence for revisions of a message.")
public record FindRevisions(
    @Doc("What is wanted.") ReadRevisions page,
    @Doc("Messages posted before this number are not for the caller; 0 for none.")
        long visibleFrom) {
  public FindRevisions {
    Check.present("page", page);
    Check.within("visibleFrom", visibleFrom, 0, Long.MAX_VALUE);
  }
}
