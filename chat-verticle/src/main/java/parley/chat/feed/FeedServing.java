package parley.chat.feed;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.conversation.Standings;
import parley.contract.feed.FeedOperations;

/** Says which handler answers which operation of feeds. */
public final class FeedServing {
  private FeedServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(BusServer server, BusClient bus, Standings standings) {
    return Future.all(
        server.serve(FeedOperations.READ_FEED, new ReadFeedHandler(bus, standings)),
        server.serve(
            FeedOperations.AUTHORISE_CONVERSATION, new AuthoriseConversationHandler(standings)),
        server.serve(FeedOperations.AUTHORISE_USER, new AuthoriseUserHandler(bus)));
  }
}
