package parley.gateway.bridge;

import io.vertx.ext.web.RoutingContext;
import parley.contract.Catalog;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * Who opens a socket and which contract the client speaks, found out before the upgrade.
 *
 * @param strict true if the client's contract is not newer than ours
 */
record Handshake(UserId account, SessionId session, boolean strict) {
  private static final String KEY = "parley.handshake";

  /** The handshake that was stored for this request; null if there was none. */
  static Handshake of(RoutingContext context) {
    return context.get(KEY);
  }

  /** Reads the version from {@code ?contract=}; a client that says none speaks ours. */
  static void store(RoutingContext context, UserId account, SessionId session) {
    String announced = context.request().getParam("contract");
    boolean newer =
        announced != null
            && announced.matches("\\d{1,6}")
            && Integer.parseInt(announced) > Catalog.VERSION;
    context.put(KEY, new Handshake(account, session, !newer));
  }
}
