package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.MemberItem;
import parley.contract.id.UserId;

@Doc("People who belong to a conversation, as its feed tells them.")
public record MemberPage(
    @Doc("The members, ordered by account; all of them joined.") List<MemberItem> members,
    @Doc(value = "The account to go on after; absent on the last page.", optional = true)
        UserId next,
    @Doc("The head of the feed when this was read.") long through) {
  public MemberPage {
    members = Check.list("members", members, 0, ListMembers.MAX_LIMIT);
  }
}
