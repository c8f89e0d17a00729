package parley.chat.presence;

import io.vertx.core.Future;
import parley.bus.BusServer;
import parley.chat.relation.Acquaintance;
import parley.contract.presence.PresenceOperations;

/** Says which handler answers which operation of who may see whom. */
public final class PresenceServing {
  private PresenceServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(BusServer server, Acquaintance acquaintance) {
    return Future.all(
        server.serve(PresenceOperations.SELECT_VISIBLE, new SelectVisibleHandler(acquaintance)),
        server.serve(
            PresenceOperations.AUTHORISE_PRESENCE, new AuthorisePresenceHandler(acquaintance)));
  }
}
