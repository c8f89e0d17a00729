package parley.chat.relation;

import io.vertx.core.Future;
import parley.bus.Handling;
import parley.contract.Caller;
import parley.contract.relation.Reach;
import parley.contract.relation.ReadReach;

/** Answers {@code chat.person.reach}. */
final class ReadReachHandler implements Handling<ReadReach, Reach> {
  private final Acquaintance acquaintance;

  ReadReachHandler(Acquaintance acquaintance) {
    this.acquaintance = acquaintance;
  }

  @Override
  public Future<Reach> handle(ReadReach request, Caller caller) {
    return acquaintance
        .with(request.account(), caller)
        .map(bond -> new Reach(request.account(), Reachability.mayWrite(caller.user(), bond)));
  }
}
