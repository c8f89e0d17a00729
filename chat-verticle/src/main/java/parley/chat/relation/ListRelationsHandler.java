package parley.chat.relation;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.relation.FindRelations;
import parley.contract.relation.ListRelations;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.RelationPage;

/** Answers {@code chat.relation.list}: the caller's own relations and nobody else's. */
final class ListRelationsHandler implements Handling<ListRelations, RelationPage> {
  private final BusClient bus;

  ListRelationsHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<RelationPage> handle(ListRelations request, Caller caller) {
    return bus.request(
        RelationOperations.FIND_RELATIONS, new FindRelations(caller.user(), request), caller);
  }
}
