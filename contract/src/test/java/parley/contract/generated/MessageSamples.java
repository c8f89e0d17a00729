package parley.contract.generated;

import java.util.List;
import parley.contract.feed.MessageItem;
import parley.contract.message.AppendMessage;
import parley.contract.message.DeleteMessage;
import parley.contract.message.DeletedContent;
import parley.contract.message.EditMessage;
import parley.contract.message.FindHistory;
import parley.contract.message.FindReactions;
import parley.contract.message.FindRevisions;
import parley.contract.message.HistoryPage;
import parley.contract.message.ListReactions;
import parley.contract.message.MessageAccepted;
import parley.contract.message.MessageAppended;
import parley.contract.message.MessageChanged;
import parley.contract.message.MessageStored;
import parley.contract.message.Reaction;
import parley.contract.message.ReactionPage;
import parley.contract.message.ReadHistory;
import parley.contract.message.ReadRevisions;
import parley.contract.message.Revision;
import parley.contract.message.RevisionPage;
import parley.contract.message.SendMessage;
import parley.contract.message.SetReaction;
import parley.contract.message.StoreDeletion;
import parley.contract.message.StoreEdit;
import parley.contract.message.StoreReaction;
import parley.contract.message.TextContent;

/** Samples about messages. */
final class MessageSamples {
  static final TextContent TEXT = new TextContent("Hello, *Grace*!\nTwo lines, \"quotes\", 😀.");
  private static final Reaction REACTION =
      new Reaction("🎉", 2, List.of(Samples.ADA, Samples.GRACE));
  static final MessageItem MESSAGE =
      new MessageItem(
          9,
          9,
          4,
          Samples.ADA,
          Samples.CLIENT_ID,
          1_767_225_600_123L,
          TEXT,
          1_767_225_700_123L,
          List.of(REACTION));

  private static final EditMessage EDIT =
      new EditMessage(Samples.CONVERSATION, 9, Samples.CLIENT_ID, TEXT);
  private static final DeleteMessage DELETION = new DeleteMessage(Samples.CONVERSATION, 9);
  private static final ReadRevisions REVISIONS = new ReadRevisions(Samples.CONVERSATION, 9, 3, 50);
  private static final SetReaction SET = new SetReaction(Samples.CONVERSATION, 9, "🎉", true);
  private static final ListReactions LIST =
      new ListReactions(Samples.CONVERSATION, 9, "🎉", 11L, 100);
  private static final Revision REVISION = new Revision(1, 1_767_225_600_123L, TEXT);

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
        new MessageAppended(MESSAGE, false),
        new DeletedContent(Samples.GRACE),
        EDIT,
        new MessageChanged(MESSAGE),
        DELETION,
        REVISIONS,
        REVISION,
        new RevisionPage(List.of(REVISION), true),
        REACTION,
        SET,
        LIST,
        new ReactionPage(List.of(Samples.ADA), 12L),
        new StoreReaction(Samples.ADA, SET, 7, 3),
        new FindReactions(LIST, 7),
        new StoreEdit(Samples.ADA, EDIT, 7, 3),
        new StoreDeletion(Samples.GRACE, DELETION, true, 7, 3),
        new MessageStored(MESSAGE, true),
        new FindRevisions(REVISIONS, 7));
  }
}
