package parley.chat.relation;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.conversation.Redeciding;
import parley.contract.relation.RelationOperations;

/** Says which handler answers which operation of friends, requests and blocks. */
public final class RelationServing {
  private RelationServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(
      BusServer server, BusClient bus, Acquaintance acquaintance, Redeciding redeciding) {
    Relating relating = new Relating(bus, redeciding);
    return Future.all(
        List.of(
            server.serve(
                RelationOperations.REQUEST_FRIEND,
                new RequestFriendHandler(acquaintance, relating)),
            server.serve(RelationOperations.READ_REACH, new ReadReachHandler(acquaintance)),
            server.serve(
                RelationOperations.ACCEPT_FRIEND,
                new RelationHandler<>(relating, RelationRules::accept)),
            server.serve(
                RelationOperations.DECLINE_REQUESTS,
                new RelationHandler<>(relating, RelationRules::decline)),
            server.serve(
                RelationOperations.CANCEL_REQUEST,
                new RelationHandler<>(relating, RelationRules::cancel)),
            server.serve(
                RelationOperations.END_FRIENDSHIP,
                new RelationHandler<>(relating, RelationRules::end)),
            server.serve(
                RelationOperations.BLOCK_PERSON,
                new RelationHandler<>(relating, RelationRules::block)),
            server.serve(
                RelationOperations.UNBLOCK_PERSON,
                new RelationHandler<>(relating, RelationRules::unblock)),
            server.serve(RelationOperations.LIST_RELATIONS, new ListRelationsHandler(bus))));
  }
}
