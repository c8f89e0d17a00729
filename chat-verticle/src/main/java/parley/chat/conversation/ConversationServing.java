package parley.chat.conversation;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.contract.conversation.ConversationOperations;

/** Says which handler answers which operation of the caller's own conversations. */
public final class ConversationServing {
  private ConversationServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(BusServer server, BusClient bus, Standings standings) {
    return Future.all(
        server.serve(ConversationOperations.LIST_CONVERSATIONS, new ListConversationsHandler(bus)),
        server.serve(ConversationOperations.PREFER_CONVERSATION, new PreferHandler(bus, standings)),
        server.serve(ConversationOperations.MARK_READ, new MarkReadHandler(bus, standings)));
  }
}
