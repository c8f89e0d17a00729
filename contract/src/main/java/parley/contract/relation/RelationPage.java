package parley.contract.relation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.ListConversations;
import parley.contract.feed.RelationItem;

@Doc("Friends, requests and blocks of the caller: whoever reads all pages has them all.")
public record RelationPage(
    @Doc("The relations; none with people to whom there is nothing.") List<RelationItem> relations,
    @Doc(value = "Cursor for the next page; absent on the last.", optional = true) String next,
    @Doc("The head of the feed of the caller when this was read.") long through) {
  public RelationPage {
    relations = Check.list("relations", relations, 0, ListRelations.MAX_LIMIT);
    next = Check.optionalLine("next", next, ListConversations.MAX_CURSOR);
  }
}
