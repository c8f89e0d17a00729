package parley.chat.member;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberChanged;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.RoomOperations;

/** Answers {@code chat.member.remove}; everybody hears of it before the answer. */
final class RemoveMemberHandler implements Handling<RemoveMember, MemberChanged> {
  private final BusClient bus;
  private final Standings standings;
  private final Redeciding redeciding;

  RemoveMemberHandler(BusClient bus, Standings standings, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.redeciding = redeciding;
  }

  @Override
  public Future<MemberChanged> handle(RemoveMember request, Caller caller) {
    return redeciding
        .run(() -> remove(request, caller))
        .map(changed -> announced(changed, request));
  }

  private Future<ConversationChanged> remove(RemoveMember request, Caller caller) {
    return BothStandings.of(standings, request.conversation(), request.account(), caller)
        .map(both -> MemberRules.remove(request, caller.user(), both.actor(), both.target()))
        .compose(change -> bus.request(RoomOperations.CHANGE_MEMBERSHIP, change, caller));
  }

  private MemberChanged announced(ConversationChanged changed, RemoveMember request) {
    bus.announce(changed.ranges());
    return new MemberChanged(request.conversation(), request.account());
  }
}
