package parley.chat.conversation;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.MarkRead;
import parley.contract.conversation.MoveReadMark;
import parley.contract.conversation.ReadMarkMoved;
import parley.contract.conversation.ReadMarked;

/** Answers {@code chat.conversation.mark}: moves the caller's own read mark. */
final class MarkReadHandler implements Handling<MarkRead, ReadMarked> {
  private final BusClient bus;
  private final Standings standings;

  MarkReadHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<ReadMarked> handle(MarkRead request, Caller caller) {
    return standings
        .membershipIn(request.conversation(), caller)
        .compose(member -> move(request, caller))
        .map(this::announced);
  }

  private Future<ReadMarkMoved> move(MarkRead request, Caller caller) {
    return bus.request(
        ConversationOperations.MOVE_READ_MARK, new MoveReadMark(caller.user(), request), caller);
  }

  private ReadMarked announced(ReadMarkMoved moved) {
    bus.announce(moved.ranges());
    return new ReadMarked(moved.readOrdinal());
  }
}
