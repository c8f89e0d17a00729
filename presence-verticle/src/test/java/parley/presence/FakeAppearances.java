package parley.presence;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import parley.bus.BusServer;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.Appearances;
import parley.contract.presence.ListAppearances;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.ReadAppearances;
import parley.testkit.bridge.Await;

/** What persistence knows of how people want to appear. */
final class FakeAppearances {
  private final Map<UserId, Appearance> chosen = new ConcurrentHashMap<>();

  /** Whether all of it was chosen lately; otherwise long ago. */
  private final boolean lately;

  FakeAppearances(boolean lately) {
    this.lately = lately;
  }

  /** Chosen by this number; nobody is told of it. */
  Appearance choose(UserId account, boolean shares, long number) {
    Appearance appearance = new Appearance(account, PresenceMode.AUTO, shares, number);
    chosen.put(account, appearance);
    return appearance;
  }

  void serve(Vertx vertx) {
    BusServer server = new BusServer(vertx.eventBus());
    Await.get(server.serve(PresenceOperations.READ_APPEARANCES, this::read));
    Await.get(server.serve(PresenceOperations.LIST_APPEARANCES, this::list));
  }

  private Future<Appearances> read(ReadAppearances request, Caller caller) {
    List<Appearance> known =
        request.accounts().stream().map(chosen::get).filter(Objects::nonNull).toList();
    return Future.succeededFuture(new Appearances(known));
  }

  private Future<Appearances> list(ListAppearances request, Caller caller) {
    List<Appearance> all = lately ? List.copyOf(chosen.values()) : List.of();
    return Future.succeededFuture(new Appearances(all));
  }
}
