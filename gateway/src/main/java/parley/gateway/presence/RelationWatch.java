package parley.gateway.presence;

import io.vertx.core.Future;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import parley.bus.BusClient;
import parley.contract.relation.ReachNarrowed;
import parley.contract.relation.RelationEnded;
import parley.contract.relation.RelationOperations;

/**
 * Hears of two who may know less of each other than before, and of people of whom fewer may know.
 * One per process. A signal may be lost: whoever listens here also asks from time to time.
 */
public final class RelationWatch {
  private final BusClient bus;
  private final List<Consumer<RelationEnded>> ended = new CopyOnWriteArrayList<>();
  private final List<Consumer<ReachNarrowed>> narrowed = new CopyOnWriteArrayList<>();

  public RelationWatch(BusClient bus) {
    this.bus = bus;
  }

  /** Completes when signals arrive here. */
  public Future<Void> start() {
    return Future.all(
            bus.listen(
                RelationOperations.RELATION_ENDED,
                two -> ended.forEach(listener -> listener.accept(two))),
            bus.listen(
                RelationOperations.REACH_NARROWED,
                one -> narrowed.forEach(listener -> listener.accept(one))))
        .mapEmpty();
  }

  /** Calls {@code listener} for each from now on, on another context than the caller's. */
  public void onEnded(Consumer<RelationEnded> listener) {
    ended.add(listener);
  }

  /** The same of those of whom fewer may know. */
  public void onNarrowed(Consumer<ReachNarrowed> listener) {
    narrowed.add(listener);
  }
}
