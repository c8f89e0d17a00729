package parley.chat.relation;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.Relations;
import parley.contract.relation.RequestFriend;

/** Answers {@code chat.friend.request}. */
final class RequestFriendHandler implements Handling<RequestFriend, Relations> {
  private final Acquaintance acquaintance;
  private final Relating relating;

  RequestFriendHandler(Acquaintance acquaintance, Relating relating) {
    this.acquaintance = acquaintance;
    this.relating = relating;
  }

  @Override
  public Future<Relations> handle(RequestFriend request, Caller caller) {
    return relating.take(() -> decide(request, caller), caller);
  }

  private Future<ChangeRelations> decide(RequestFriend request, Caller caller) {
    return acquaintance
        .with(request.account(), caller)
        .map(bond -> RelationRules.request(request, caller.user(), bond));
  }
}
