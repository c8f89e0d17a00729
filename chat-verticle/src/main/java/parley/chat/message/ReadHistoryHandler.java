package parley.chat.message;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Membership;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.message.FindHistory;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;

/** Answers {@code chat.history.read} to members. */
final class ReadHistoryHandler implements Handling<ReadHistory, HistoryPage> {
  private final BusClient bus;
  private final Standings standings;

  ReadHistoryHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<HistoryPage> handle(ReadHistory request, Caller caller) {
    return standings
        .membershipIn(request.conversation(), caller)
        .compose(member -> read(request, member, caller));
  }

  /** No further than where the membership was true: it may have ended since. */
  private Future<HistoryPage> read(ReadHistory request, Membership member, Caller caller) {
    long head = member.head();
    long before = request.before() == null ? head + 1 : Math.min(request.before(), head + 1);
    ReadHistory allowed = new ReadHistory(request.conversation(), before, request.limit());
    return bus.request(
            MessageOperations.HISTORY_READ, new FindHistory(allowed, member.visibleFrom()), caller)
        .map(page -> new HistoryPage(page.messages(), page.more(), Math.min(page.through(), head)));
  }
}
