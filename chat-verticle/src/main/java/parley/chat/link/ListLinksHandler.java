package parley.chat.link;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.Standing;
import parley.contract.link.LinkOperations;
import parley.contract.link.Links;
import parley.contract.link.ListLinks;

/** Answers {@code chat.link.list} to moderators and owners. */
final class ListLinksHandler implements Handling<ListLinks, Links> {
  private final BusClient bus;
  private final Standings standings;

  ListLinksHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<Links> handle(ListLinks request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .compose(standing -> list(request, standing, caller));
  }

  private Future<Links> list(ListLinks request, Standing standing, Caller caller) {
    LinkRules.requireModerator(standing);
    return bus.request(LinkOperations.FIND_LINKS, request, caller);
  }
}
