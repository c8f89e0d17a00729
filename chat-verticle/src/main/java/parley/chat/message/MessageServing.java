package parley.chat.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.message.DeleteMessage;
import parley.contract.message.EditMessage;
import parley.contract.message.FindReactions;
import parley.contract.message.FindRevisions;
import parley.contract.message.ListReactions;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadRevisions;
import parley.contract.message.SetReaction;

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
        List.of(
            server.serve(
                MessageOperations.SEND_MESSAGE,
                new SendMessageHandler(bus, standings, redeciding, metrics)),
            server.serve(
                MessageOperations.EDIT_MESSAGE,
                new ChangeMessageHandler<>(
                    bus,
                    standings,
                    redeciding,
                    EditMessage::conversation,
                    Changing::edit,
                    MessageOperations.STORE_EDIT)),
            server.serve(
                MessageOperations.DELETE_MESSAGE,
                new ChangeMessageHandler<>(
                    bus,
                    standings,
                    redeciding,
                    DeleteMessage::conversation,
                    Changing::delete,
                    MessageOperations.STORE_DELETION)),
            server.serve(
                MessageOperations.SET_REACTION,
                new ChangeMessageHandler<>(
                    bus,
                    standings,
                    redeciding,
                    SetReaction::conversation,
                    Changing::react,
                    MessageOperations.STORE_REACTION)),
            server.serve(
                MessageOperations.LIST_REACTIONS,
                new ReadOfMessageHandler<>(
                    bus,
                    standings,
                    ListReactions::conversation,
                    (page, member) -> new FindReactions(page, member.visibleFrom()),
                    MessageOperations.FIND_REACTIONS)),
            server.serve(
                MessageOperations.READ_REVISIONS,
                new ReadOfMessageHandler<>(
                    bus,
                    standings,
                    ReadRevisions::conversation,
                    (page, member) -> new FindRevisions(page, member.visibleFrom()),
                    MessageOperations.FIND_REVISIONS)),
            server.serve(
                MessageOperations.READ_HISTORY,
                new ReadHistoryHandler(bus, standings, redeciding))));
  }
}
