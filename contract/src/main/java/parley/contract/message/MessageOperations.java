package parley.contract.message;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.NOT_REACHABLE;
import static parley.contract.FailureCode.STALE;

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

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(SEND_MESSAGE, READ_HISTORY, APPEND_MESSAGE, HISTORY_READ);
  }
}
