package parley.chat.relation;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.Bonds;
import parley.contract.relation.ReadBonds;
import parley.contract.relation.RelationOperations;

/** What is between the caller and others, read anew each time from persistence. */
public final class Acquaintance {
  private final BusClient bus;

  public Acquaintance(BusClient bus) {
    this.bus = bus;
  }

  /** The bonds with those of the accounts that exist, 100 at most. */
  public Future<List<Bond>> with(List<UserId> accounts, Caller caller) {
    if (accounts.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    ReadBonds question = new ReadBonds(caller.user(), accounts);
    return bus.request(RelationOperations.READ_BONDS, question, caller).map(Bonds::bonds);
  }

  /** The bond with one account; null if it does not exist. */
  public Future<Bond> with(UserId account, Caller caller) {
    return with(List.of(account), caller).map(found -> found.isEmpty() ? null : found.get(0));
  }
}
