package parley.contract.generated;

import java.util.List;
import parley.contract.feed.MessageItem;
import parley.contract.message.AppendMessage;
import parley.contract.message.FindHistory;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageAccepted;
import parley.contract.message.MessageAppended;
import parley.contract.message.ReadHistory;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;

/** Samples about messages. */
final class MessageSamples {
  static final TextContent TEXT = new TextContent("Hello, *Grace*!\nTwo lines, \"quotes\", 😀.");
  static final MessageItem MESSAGE =
      new MessageItem(9, 9, 4, Samples.ADA, Samples.CLIENT_ID, 1_767_225_600_123L, TEXT);

  private MessageSamples() {}

  static List<Record> all() {
    return List.of(
        TEXT,
        MESSAGE,
        new SendMessage(Samples.CONVERSATION, Samples.CLIENT_ID, TEXT),
        new MessageAccepted(MESSAGE),
        new ReadHistory(Samples.CONVERSATION, 10L, 50),
        new FindHistory(new ReadHistory(Samples.CONVERSATION, 10L, 50), 7),
        new HistoryPage(List.of(MESSAGE), true, 9),
        new AppendMessage(Samples.CONVERSATION, Samples.ADA, Samples.CLIENT_ID, TEXT, 3, 30),
        new MessageAppended(MESSAGE, false));
  }
}
