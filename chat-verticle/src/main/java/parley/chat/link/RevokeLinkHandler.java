package parley.chat.link;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.Standing;
import parley.contract.link.LinkOperations;
import parley.contract.link.LinkRevoked;
import parley.contract.link.RevokeLink;

/** Answers {@code chat.link.revoke} to moderators and owners. */
final class RevokeLinkHandler implements Handling<RevokeLink, LinkRevoked> {
  private final BusClient bus;
  private final Standings standings;

  RevokeLinkHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<LinkRevoked> handle(RevokeLink request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .compose(standing -> revoke(request, standing, caller));
  }

  private Future<LinkRevoked> revoke(RevokeLink request, Standing standing, Caller caller) {
    LinkRules.requireModerator(standing);
    return bus.request(LinkOperations.DELETE_LINK, request, caller);
  }
}
