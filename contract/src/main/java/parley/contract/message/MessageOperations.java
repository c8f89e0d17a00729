package parley.contract.message;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.NOT_REACHABLE;
import static parley.contract.FailureCode.STALE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Sending messages and reading them. */
public final class MessageOperations implements CatalogPart {
  /** Stored before it is answered; safe to repeat. */
  public static final Operation<SendMessage, MessageAccepted> SEND_MESSAGE =
      Operation.named("chat.message.send")
          .summary(
              "Append a message where the caller may write; too soon after the last one is RATE_LIMITED.")
          .request(SendMessage.class)
          .reply(MessageAccepted.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, NOT_REACHABLE);

  public static final Operation<ReadHistory, HistoryPage> READ_HISTORY =
      Operation.named("chat.history.read")
          .summary("A page of a conversation's messages.")
          .request(ReadHistory.class)
          .reply(HistoryPage.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  /** The reply follows the commit. */
  public static final Operation<AppendMessage, MessageAppended> APPEND_MESSAGE =
      Operation.named("persistence.message.append")
          .summary("Number and store a message, once.")
          .request(AppendMessage.class)
          .reply(MessageAppended.class)
          .refusals(NOT_FOUND, STALE);

  public static final Operation<FindHistory, HistoryPage> HISTORY_READ =
      Operation.named("persistence.history.read")
          .summary("A page of messages without any check of rights.")
          .request(FindHistory.class)
          .reply(HistoryPage.class)
          .refusals(NOT_FOUND);

  /** Stored before it is answered; safe to repeat. Everybody who listens hears of it. */
  public static final Operation<EditMessage, MessageChanged> EDIT_MESSAGE =
      Operation.named("chat.message.edit")
          .summary("Let an own message say something else; TOO_MANY after a hundred edits.")
          .request(EditMessage.class)
          .reply(MessageChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, NOT_REACHABLE, TOO_MANY);

  /** Stored before it is answered; safe to repeat. Everybody who listens hears of it. */
  public static final Operation<DeleteMessage, MessageChanged> DELETE_MESSAGE =
      Operation.named("chat.message.delete")
          .summary("Delete an own message for everybody, or as a moderator anybody's.")
          .request(DeleteMessage.class)
          .reply(MessageChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<ReadRevisions, RevisionPage> READ_REVISIONS =
      Operation.named("chat.message.revisions")
          .summary("What a message said before it was edited.")
          .request(ReadRevisions.class)
          .reply(RevisionPage.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  /** Stored before it is answered; safe to repeat. Everybody who listens hears of it. */
  public static final Operation<SetReaction, MessageChanged> SET_REACTION =
      Operation.named("chat.reaction.set")
          .summary(
              "Answer a message with an emoji, or take that back; TOO_MANY for another emoji after"
                  + " twenty.")
          .request(SetReaction.class)
          .reply(MessageChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, NOT_REACHABLE, TOO_MANY);

  public static final Operation<ListReactions, ReactionPage> LIST_REACTIONS =
      Operation.named("chat.reaction.list")
          .summary("Who answered a message with an emoji.")
          .request(ListReactions.class)
          .reply(ReactionPage.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  /** The reply follows the commit. */
  public static final Operation<StoreReaction, MessageStored> STORE_REACTION =
      Operation.named("persistence.reaction.set")
          .summary("Add or take away an account's emoji at a message, once.")
          .request(StoreReaction.class)
          .reply(MessageStored.class)
          .refusals(NOT_FOUND, STALE, TOO_MANY);

  public static final Operation<FindReactions, ReactionPage> FIND_REACTIONS =
      Operation.named("persistence.reaction.list")
          .summary("Who answered a message with an emoji, without any check of rights.")
          .request(FindReactions.class)
          .reply(ReactionPage.class)
          .refusals(NOT_FOUND);

  /** The reply follows the commit. */
  public static final Operation<StoreEdit, MessageStored> STORE_EDIT =
      Operation.named("persistence.message.edit")
          .summary("Give a message another content and keep the former, once.")
          .request(StoreEdit.class)
          .reply(MessageStored.class)
          .refusals(NOT_FOUND, STALE, TOO_MANY);

  /** The reply follows the commit. */
  public static final Operation<StoreDeletion, MessageStored> STORE_DELETION =
      Operation.named("persistence.message.delete")
          .summary("Leave of a message that there was one, and nothing of its revisions.")
          .request(StoreDeletion.class)
          .reply(MessageStored.class)
          .refusals(NOT_FOUND, STALE);

  public static final Operation<FindRevisions, RevisionPage> FIND_REVISIONS =
      Operation.named("persistence.message.revisions")
          .summary("Revisions of a message without any check of rights.")
          .request(FindRevisions.class)
          .reply(RevisionPage.class)
          .refusals(NOT_FOUND);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        SEND_MESSAGE,
        EDIT_MESSAGE,
        DELETE_MESSAGE,
        READ_REVISIONS,
        SET_REACTION,
        LIST_REACTIONS,
        READ_HISTORY,
        APPEND_MESSAGE,
        STORE_EDIT,
        STORE_DELETION,
        FIND_REVISIONS,
        STORE_REACTION,
        FIND_REACTIONS,
        HISTORY_READ);
  }
}
