package parley.chat.message;

import io.vertx.core.Future;
import java.util.function.BiFunction;
import java.util.function.Function;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Membership;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.Operation;
import parley.contract.id.ConversationId;

/** Answers members with what belongs to a message that they may read. */
final class ReadOfMessageHandler<Q, F, A> implements Handling<Q, A> {
  private final BusClient bus;
  private final Standings standings;
  private final Function<Q, ConversationId> place;
  private final BiFunction<Q, Membership, F> question;
  private final Operation<F, A> finding;

  ReadOfMessageHandler(
      BusClient bus,
      Standings standings,
      Function<Q, ConversationId> place,
      BiFunction<Q, Membership, F> question,
      Operation<F, A> finding) {
    this.bus = bus;
    this.standings = standings;
    this.place = place;
    this.question = question;
    this.finding = finding;
  }

  @Override
  public Future<A> handle(Q request, Caller caller) {
    return standings
        .membershipIn(place.apply(request), caller)
        .map(member -> question.apply(request, member))
        .compose(found -> bus.request(finding, found, caller));
  }
}
