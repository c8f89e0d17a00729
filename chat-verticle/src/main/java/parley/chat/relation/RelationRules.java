package parley.chat.relation;

import java.util.List;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.UserId;
import parley.contract.relation.AcceptFriend;
import parley.contract.relation.BlockPerson;
import parley.contract.relation.Bond;
import parley.contract.relation.CancelRequest;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.DeclineRequests;
import parley.contract.relation.EndFriendship;
import parley.contract.relation.RelationStep;
import parley.contract.relation.RequestFriend;
import parley.contract.relation.UnblockPerson;

/**
 * Which steps people may take. What a step comes to, persistence decides while it holds both sides
 * locked.
 */
final class RelationRules {
  private RelationRules() {}

  /** Anybody may ask whom no block keeps away; {@code bond} is null for who does not exist. */
  static ChangeRelations request(RequestFriend request, UserId caller, Bond bond) {
    if (bond == null || bond.blocked() || request.account().equals(caller)) {
      throw BusFailure.of(FailureCode.NOT_REACHABLE);
    }
    return new ChangeRelations(
        caller, List.of(request.account()), RelationStep.REQUEST, request.note());
  }

  public static ChangeRelations accept(AcceptFriend request, UserId caller) {
    return new ChangeRelations(caller, request.account(), RelationStep.ACCEPT);
  }

  public static ChangeRelations decline(DeclineRequests request, UserId caller) {
    return new ChangeRelations(caller, request.accounts(), RelationStep.DECLINE, null);
  }

  public static ChangeRelations cancel(CancelRequest request, UserId caller) {
    return new ChangeRelations(caller, request.account(), RelationStep.CANCEL);
  }

  public static ChangeRelations end(EndFriendship request, UserId caller) {
    return new ChangeRelations(caller, request.account(), RelationStep.END);
  }

  public static ChangeRelations block(BlockPerson request, UserId caller) {
    return new ChangeRelations(caller, request.account(), RelationStep.BLOCK);
  }

  public static ChangeRelations unblock(UnblockPerson request, UserId caller) {
    return new ChangeRelations(caller, request.account(), RelationStep.UNBLOCK);
  }
}
