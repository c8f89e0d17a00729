package parley.chat.conversation;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.Standing;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

/** How accounts stand to a conversation, read anew each time from persistence. */
public final class Standings {
  private final BusClient bus;

  public Standings(BusClient bus) {
    this.bus = bus;
  }

  /** The caller's standing; {@code NOT_FOUND} if there is no such conversation. */
  public Future<Standing> of(ConversationId conversation, Caller caller) {
    return of(conversation, caller.user(), caller);
  }

  /** Another's standing; {@code NOT_FOUND} if there is no such conversation. */
  public Future<Standing> of(ConversationId conversation, UserId account, Caller caller) {
    return bus.request(
        ConversationOperations.READ_STANDING, new ReadStanding(conversation, account), caller);
  }

  /** The caller's membership; {@code NOT_A_MEMBER} or {@code NOT_FOUND} if there is none. */
  public Future<Membership> membershipIn(ConversationId conversation, Caller caller) {
    return of(conversation, caller).map(Membership::of);
  }
}
