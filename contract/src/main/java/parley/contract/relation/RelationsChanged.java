package parley.contract.relation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.Range;
import parley.contract.feed.RelationItem;
import parley.contract.id.UserId;

@Doc("The step is committed, or there was nothing to change.")
public record RelationsChanged(
    @Doc("How the account stands to those named.") List<RelationItem> relations,
    @Doc("What to announce, a range a feed; empty if nothing changed.") List<Range> ranges,
    @Doc("From whom the step took something away: a friend, or reaching the account.")
        List<UserId> parted) {
  public RelationsChanged {
    relations = Check.list("relations", relations, 0, DeclineRequests.MAX);
    ranges = Check.list("ranges", ranges, 0, DeclineRequests.MAX + 1);
    parted = Check.list("parted", parted, 0, DeclineRequests.MAX);
  }
}
