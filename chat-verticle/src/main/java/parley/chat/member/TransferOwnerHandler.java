package parley.chat.member;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberChanged;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.StoreTransfer;
import parley.contract.conversation.TransferOwner;
import parley.contract.feed.Range;

/** Answers {@code chat.owner.transfer}; everybody hears of it before the answer. */
final class TransferOwnerHandler implements Handling<TransferOwner, MemberChanged> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  TransferOwnerHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<MemberChanged> handle(TransferOwner request, Caller caller) {
    return redeciding
        .run(() -> transfer(request, caller))
        .map(ranges -> announced(ranges, request));
  }

  private Future<List<Range>> transfer(TransferOwner request, Caller caller) {
    return BothStandings.of(standings, request.conversation(), request.account(), caller)
        .compose(both -> transfer(request, caller, both));
  }

  private Future<List<Range>> transfer(TransferOwner request, Caller caller, BothStandings both) {
    if (MemberRules.isTransferred(both.actor(), both.target())) {
      return Future.succeededFuture(List.of());
    }
    StoreTransfer transfer =
        MemberRules.transfer(request, caller.user(), both.actor(), both.target());
    return bus.request(MemberOperations.STORE_TRANSFER, transfer, caller)
        .map(ConversationChanged::ranges);
  }

  private MemberChanged announced(List<Range> ranges, TransferOwner request) {
    bus.announce(ranges);
    return new MemberChanged(request.conversation(), request.account());
  }
}
