package parley.chat.message;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.message.MessageAccepted;
import parley.contract.message.MessageAppended;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;

/** Answers {@code chat.message.send} after the commit, with the announcement handed over. */
final class SendMessageHandler implements Handling<SendMessage, MessageAccepted> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;
  private final ChatMetrics metrics;

  SendMessageHandler(
      BusClient bus, Standings standings, Redeciding redeciding, ChatMetrics metrics) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
    this.metrics = metrics;
  }

  @Override
  public Future<MessageAccepted> handle(SendMessage request, Caller caller) {
    return redeciding
        .run(() -> append(request, caller))
        .map(appended -> announced(appended, request))
        .andThen((accepted, failure) -> metrics.messageAnswered(failure));
  }

  private Future<MessageAppended> append(SendMessage request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .map(standing -> Posting.by(caller.user(), standing, request))
        .compose(message -> bus.request(MessageOperations.APPEND_MESSAGE, message, caller));
  }

  private MessageAccepted announced(MessageAppended appended, SendMessage request) {
    bus.announce(Posting.ranges(request.conversation(), appended));
    return new MessageAccepted(appended.message());
  }
}
