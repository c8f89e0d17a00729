package parley.chat.link;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.link.LinkOperations;

/** Says which handler answers which operation of links that invite. */
public final class LinkServing {
  private LinkServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(
      BusServer server, BusClient bus, Standings standings, Redeciding redeciding) {
    return Future.all(
        List.of(
            server.serve(
                LinkOperations.CREATE_LINK, new CreateLinkHandler(bus, standings, redeciding)),
            server.serve(LinkOperations.LIST_LINKS, new ListLinksHandler(bus, standings)),
            server.serve(LinkOperations.REVOKE_LINK, new RevokeLinkHandler(bus, standings)),
            server.serve(LinkOperations.READ_LINK, new ReadLinkHandler(bus, standings)),
            server.serve(LinkOperations.USE_LINK, new UseLinkHandler(bus, standings, redeciding))));
  }
}
