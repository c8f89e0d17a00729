package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc(
    "Conversations of the caller, in an order that activity does not change: whoever reads all"
        + " pages has them all. A page is cut by weight too, so one that is not full need not be"
        + " the last.")
public record ConversationPage(
    @Doc("The conversations.") List<ConversationSummary> conversations,
    @Doc(value = "Cursor for the next page; absent on the last.", optional = true) String next,
    @Doc("The head of the feed of the caller when this was read.") long through) {
  public ConversationPage {
    conversations = Check.list("conversations", conversations, 0, ListConversations.MAX_LIMIT);
    next = Check.optionalLine("next", next, ListConversations.MAX_CURSOR);
  }
}
