package parley.contract.relation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.RelationItem;

@Doc("How the caller stands to the people named, as it is now.")
public record Relations(@Doc("One for each.") List<RelationItem> relations) {
  public Relations {
    relations = Check.list("relations", relations, 0, DeclineRequests.MAX);
  }
}
