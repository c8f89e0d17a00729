package parley.chat.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.message.MessageOperations;

/** Says which handler answers which operation of messages. */
public final class MessageServing {
  private MessageServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(
      BusServer server,
      BusClient bus,
      Standings standings,
      Redeciding redeciding,
      MeterRegistry meters) {
    ChatMetrics metrics = new ChatMetrics(meters);
    return Future.all(
        server.serve(
            MessageOperations.SEND_MESSAGE,
            new SendMessageHandler(bus, standings, redeciding, metrics)),
        server.serve(MessageOperations.READ_HISTORY, new ReadHistoryHandler(bus, standings)));
  }
}
