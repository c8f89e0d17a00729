package parley.chat.member;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberChanged;
import parley.contract.conversation.MemberOperations;

/** Answers {@code chat.member.role}; everybody hears of it before the answer. */
final class ChangeRoleHandler implements Handling<ChangeRole, MemberChanged> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  ChangeRoleHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<MemberChanged> handle(ChangeRole request, Caller caller) {
    return redeciding
        .run(() -> change(request, caller))
        .map(changed -> announced(changed, request));
  }

  private Future<ConversationChanged> change(ChangeRole request, Caller caller) {
    return BothStandings.of(standings, request.conversation(), request.account(), caller)
        .map(both -> MemberRules.role(request, both.actor(), both.target()))
        .compose(change -> bus.request(MemberOperations.STORE_ROLE, change, caller));
  }

  private MemberChanged announced(ConversationChanged changed, ChangeRole request) {
    bus.announce(changed.ranges());
    return new MemberChanged(request.conversation(), request.account());
  }
}
