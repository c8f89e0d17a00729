package parley.chat.link;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.link.FindLink;
import parley.contract.link.LinkOperations;
import parley.contract.link.LinkPreview;
import parley.contract.link.ReadLink;
import parley.contract.link.StoredLink;

/** Answers {@code chat.link.read} to who has the secret. */
final class ReadLinkHandler implements Handling<ReadLink, LinkPreview> {
  private final BusClient bus;
  private final Standings standings;

  ReadLinkHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<LinkPreview> handle(ReadLink request, Caller caller) {
    return bus.request(LinkOperations.FIND_LINK, new FindLink(request.link()), caller)
        .map(link -> LinkRules.opened(link, request.secret()))
        .compose(link -> preview(link, caller));
  }

  private Future<LinkPreview> preview(StoredLink link, Caller caller) {
    return standings
        .of(link.conversation(), caller)
        .map(standing -> LinkRules.preview(link, standing));
  }
}
