package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.Range;

@Doc("The read mark is committed.")
public record ReadMarkMoved(
    @Doc("Where it stands.") long readOrdinal,
    @Doc("What to announce; empty if nothing changed.") List<Range> ranges) {
  public ReadMarkMoved {
    ranges = Check.list("ranges", ranges, 0, 10);
  }
}
