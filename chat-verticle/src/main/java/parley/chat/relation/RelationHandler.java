package parley.chat.relation;

import io.vertx.core.Future;
import java.util.function.BiFunction;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.Relations;

/**
 * Answers an operation that is one step of the caller towards others.
 *
 * @param <Q> the request
 */
final class RelationHandler<Q> implements Handling<Q, Relations> {
  private final Relating relating;
  private final BiFunction<Q, UserId, ChangeRelations> rule;

  /**
   * @param rule which step the caller takes by the request
   */
  RelationHandler(Relating relating, BiFunction<Q, UserId, ChangeRelations> rule) {
    this.relating = relating;
    this.rule = rule;
  }

  @Override
  public Future<Relations> handle(Q request, Caller caller) {
    ChangeRelations step = rule.apply(request, caller.user());
    return relating.take(() -> Future.succeededFuture(step), caller);
  }
}
