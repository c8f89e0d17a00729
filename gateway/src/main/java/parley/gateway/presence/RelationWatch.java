package parley.gateway.presence;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import parley.bus.BusClient;
import parley.contract.relation.RelationEnded;
import parley.contract.relation.RelationOperations;

/**
 * Hears of two who may know less of each other than before. One per process. A signal may be lost:
 * whoever listens here also asks from time to time.
 */
public final class RelationWatch {
  private final BusClient bus;
  private final List<Consumer<RelationEnded>> listeners = new CopyOnWriteArrayList<>();

  public RelationWatch(BusClient bus) {
    this.bus = bus;
  }

  /** Completes when signals arrive here. */
  public Future<Void> start() {
    return bus.listen(
        RelationOperations.RELATION_ENDED,
        ended -> listeners.forEach(listener -> listener.accept(ended)));
  }

  /** Calls {@code listener} for each from now on, on another context than the caller's. */
  public void onEnded(Consumer<RelationEnded> listener) {
    listeners.add(listener);
  }
}
