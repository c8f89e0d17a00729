package parley.chat.direct;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.relation.Acquaintance;
import parley.chat.relation.Reachability;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.DirectOpened;
import parley.contract.conversation.DirectOperations;
import parley.contract.conversation.OpenDirect;

/** Answers {@code chat.direct.open}; both people hear of a new conversation before the answer. */
public final class OpenDirectHandler implements Handling<OpenDirect, DirectOpened> {
  private final BusClient bus;
  private final Acquaintance acquaintance;

  public OpenDirectHandler(BusClient bus, Acquaintance acquaintance) {
    this.bus = bus;
    this.acquaintance = acquaintance;
  }

  @Override
  public Future<DirectOpened> handle(OpenDirect request, Caller caller) {
    return acquaintance
        .with(request.account(), caller)
        .map(bond -> Reachability.mayOpenDirect(caller.user(), request.account(), bond))
        .compose(allowed -> bus.request(DirectOperations.STORE_DIRECT, allowed, caller))
        .map(this::announced);
  }

  /** Who was made to leave has no conversation to be shown. */
  private DirectOpened announced(ConversationChanged changed) {
    bus.announce(changed.ranges());
    if (changed.summary() == null) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return new DirectOpened(changed.summary());
  }
}
