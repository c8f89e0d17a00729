package parley.chat.member;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.chat.relation.Acquaintance;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.conversation.AddMember;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.MemberChanged;
import parley.contract.conversation.RoomOperations;

/** Answers {@code chat.member.add}; everybody hears of it before the answer. */
final class AddMemberHandler implements Handling<AddMember, MemberChanged> {
  private final BusClient bus;
  private final Standings standings;
  private final Acquaintance acquaintance;
  private final Redeciding redeciding;

  AddMemberHandler(
      BusClient bus, Standings standings, Acquaintance acquaintance, Redeciding redeciding) {
    this.bus = bus;
    this.standings = standings;
    this.acquaintance = acquaintance;
    this.redeciding = redeciding;
  }

  @Override
  public Future<MemberChanged> handle(AddMember request, Caller caller) {
    return redeciding.run(() -> add(request, caller)).map(changed -> announced(changed, request));
  }

  private Future<ConversationChanged> add(AddMember request, Caller caller) {
    return standings
        .of(request.conversation(), caller)
        .compose(
            standing ->
                acquaintance
                    .with(request.account(), caller)
                    .map(bond -> MemberRules.add(request, caller.user(), standing, bond)))
        .compose(change -> store(change, caller));
  }

  /** Nobody is told whether somebody has no account or belongs to too many conversations. */
  private Future<ConversationChanged> store(ChangeMembership change, Caller caller) {
    return bus.request(RoomOperations.CHANGE_MEMBERSHIP, change, caller)
        .recover(
            cause ->
                BusFailure.is(cause, FailureCode.NOT_FOUND)
                        || BusFailure.is(cause, FailureCode.TOO_MANY)
                    ? Future.failedFuture(BusFailure.of(FailureCode.NOT_REACHABLE))
                    : Future.failedFuture(cause));
  }

  private MemberChanged announced(ConversationChanged changed, AddMember request) {
    bus.announce(changed.ranges());
    return new MemberChanged(request.conversation(), request.account());
  }
}
