package parley.contract.message;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.MessageItem;

@Doc("Messages in the order of posting, in the state they had at through.")
public record HistoryPage(
    @Doc("The messages, ordered by posted.") List<MessageItem> messages,
    @Doc("Whether there are earlier ones.") boolean more,
    @Doc("The head of the feed when this was read.") long through) {
  public HistoryPage {
    messages = Check.list("messages", messages, 0, ReadHistory.MAX_LIMIT);
  }
}
