package parley.chat.message;

import io.vertx.core.Future;
import java.util.function.Function;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.Operation;
import parley.contract.conversation.Standing;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.MessageChanged;
import parley.contract.message.MessageStored;

/** Answers what changes a stored message, after the commit; everybody hears of it before. */
final class ChangeMessageHandler<Q, S> implements Handling<Q, MessageChanged> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;
  private final Function<Q, ConversationId> place;
  private final Rule<Q, S> rule;
  private final Operation<S, MessageStored> storing;

  ChangeMessageHandler(
      BusClient bus,
      Standings standings,
      Redeciding redeciding,
      Function<Q, ConversationId> place,
      Rule<Q, S> rule,
      Operation<S, MessageStored> storing) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
    this.place = place;
    this.rule = rule;
    this.storing = storing;
  }

  /** What may be stored of a request; throws the refusal. */
  interface Rule<Q, S> {
    S decide(UserId account, Standing standing, Q request);
  }

  @Override
  public Future<MessageChanged> handle(Q request, Caller caller) {
    ConversationId conversation = place.apply(request);
    return redeciding
        .run(() -> store(conversation, request, caller))
        .map(stored -> announced(conversation, stored));
  }

  private Future<MessageStored> store(ConversationId conversation, Q request, Caller caller) {
    return standings
        .of(conversation, caller)
        .map(standing -> rule.decide(caller.user(), standing, request))
        .compose(change -> bus.request(storing, change, caller));
  }

  private MessageChanged announced(ConversationId conversation, MessageStored stored) {
    bus.announce(Changing.ranges(conversation, stored));
    return new MessageChanged(stored.message());
  }
}
