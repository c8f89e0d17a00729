package parley.chat.link;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.ConversationChanged;
import parley.contract.link.FindLink;
import parley.contract.link.LinkOperations;
import parley.contract.link.LinkUsed;
import parley.contract.link.StoredLink;
import parley.contract.link.UseLink;

/** Answers {@code chat.link.use}; everybody hears of the new member before the answer. */
final class UseLinkHandler implements Handling<UseLink, LinkUsed> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  UseLinkHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<LinkUsed> handle(UseLink request, Caller caller) {
    return redeciding.run(() -> use(request, caller)).map(this::announced);
  }

  private Future<ConversationChanged> use(UseLink request, Caller caller) {
    return bus.request(LinkOperations.FIND_LINK, new FindLink(request.link()), caller)
        .map(link -> LinkRules.opened(link, request.secret()))
        .compose(link -> take(request, link, caller));
  }

  private Future<ConversationChanged> take(UseLink request, StoredLink link, Caller caller) {
    return standings
        .of(link.conversation(), caller)
        .map(standing -> LinkRules.use(request, caller.user(), link, standing))
        .compose(take -> bus.request(LinkOperations.TAKE_LINK, take, caller));
  }

  private LinkUsed announced(ConversationChanged changed) {
    bus.announce(changed.ranges());
    return new LinkUsed(changed.summary());
  }
}
