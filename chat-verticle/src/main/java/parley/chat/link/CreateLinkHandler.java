package parley.chat.link;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.link.CreateLink;
import parley.contract.link.LinkCreated;
import parley.contract.link.LinkOperations;

/** Answers {@code chat.link.create}. */
final class CreateLinkHandler implements Handling<CreateLink, LinkCreated> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  CreateLinkHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<LinkCreated> handle(CreateLink request, Caller caller) {
    return redeciding.run(() -> create(request, caller));
  }

  private Future<LinkCreated> create(CreateLink request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .map(standing -> LinkRules.create(request, caller.user(), standing))
        .compose(link -> bus.request(LinkOperations.STORE_LINK, link, caller));
  }
}
