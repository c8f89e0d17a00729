package parley.chat.message;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;

/** Answers {@code chat.history.read} to members. */
public final class ReadHistoryHandler implements Handling<ReadHistory, HistoryPage> {
  private final BusClient bus;
  private final Standings standings;

  public ReadHistoryHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<HistoryPage> handle(ReadHistory request, Caller caller) {
    return standings
        .membershipIn(request.conversation(), caller)
        .compose(member -> bus.request(MessageOperations.HISTORY_READ, request, caller));
  }
}
