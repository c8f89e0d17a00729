package parley.chat.message;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Membership;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.message.FindHistory;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;

/** Answers {@code chat.history.read} to members. */
final class ReadHistoryHandler implements Handling<ReadHistory, HistoryPage> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  ReadHistoryHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<HistoryPage> handle(ReadHistory request, Caller caller) {
    return redeciding.run(
        () ->
            standings
                .membershipIn(request.conversation(), caller)
                .compose(member -> read(request, member, caller)));
  }

  /** No further than where the membership was true: it may have ended since. */
  private Future<HistoryPage> read(ReadHistory request, Membership member, Caller caller) {
    long head = member.head();
    long before = request.before() == null ? head + 1 : Math.min(request.before(), head + 1);
    ReadHistory allowed = new ReadHistory(request.conversation(), before, request.limit());
    return bus.request(
            MessageOperations.HISTORY_READ, new FindHistory(allowed, member.visibleFrom()), caller)
        .map(page -> upTo(head, page));
  }

  // What was changed later may be no more for the caller's eyes: decided again.
  private static HistoryPage upTo(long head, HistoryPage page) {
    if (page.messages().stream().anyMatch(message -> message.changed() > head)) {
      throw BusFailure.of(FailureCode.STALE);
    }
    return new HistoryPage(page.messages(), page.more(), Math.min(page.through(), head));
  }
}
