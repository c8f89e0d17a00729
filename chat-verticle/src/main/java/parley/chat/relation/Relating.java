package parley.chat.relation;

import io.vertx.core.Future;
import java.util.function.Supplier;
import parley.bus.BusClient;
import parley.chat.conversation.Redeciding;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.RelationEnded;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.Relations;
import parley.contract.relation.RelationsChanged;

/** Has steps between people stored, and tells what came of them after the commit. */
final class Relating {
  private final BusClient bus;
  private final Redeciding redeciding;

  Relating(BusClient bus, Redeciding redeciding) {
    this.bus = bus;
    this.redeciding = redeciding;
  }

  /** How the caller stands then to those named; {@code decide} is asked again where it is stale. */
  Future<Relations> take(Supplier<Future<ChangeRelations>> decide, Caller caller) {
    UserId account = caller.user();
    return redeciding
        .run(() -> decide.get().compose(step -> store(step, caller)))
        .map(changed -> told(changed, account));
  }

  private Future<RelationsChanged> store(ChangeRelations step, Caller caller) {
    return bus.request(RelationOperations.CHANGE_RELATIONS, step, caller);
  }

  private Relations told(RelationsChanged changed, UserId account) {
    bus.announce(changed.ranges());
    changed
        .parted()
        .forEach(
            other ->
                bus.tell(RelationOperations.RELATION_ENDED, new RelationEnded(account, other)));
    return new Relations(changed.relations());
  }
}
