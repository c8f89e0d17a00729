package parley.gateway.delivery;

import io.vertx.core.Promise;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import parley.bus.Delivery;

/**
 * One address that at least one edge of the process listens to. Until the head of a feed is known,
 * deliveries wait here; if too many do, the first are dropped and found again as a hole.
 */
final class Stream {
  private static final int MAX_EARLY = 256;

  final Channel channel;
  final Gathering gathering;
  final Set<Edge> edges = new LinkedHashSet<>();
  final List<Delivery> early = new ArrayList<>();

  /** Completed with the head from which on the edges see everything. */
  final Promise<Long> ready;

  /** What a new edge hears first; null where all events count, and before the first. */
  Frame newest;

  FeedSequence sequence;
  boolean repairing;
  int failedRepairs;

  Stream(Channel channel, Gathering gathering, Promise<Long> ready) {
    this.channel = channel;
    this.gathering = gathering;
    this.ready = ready;
  }

  /** What may be released because of this delivery. */
  List<Delivery> accept(Delivery delivery) {
    if (!channel.numbered()) {
      return List.of(delivery);
    }
    if (sequence != null) {
      return sequence.offer(delivery);
    }
    if (early.size() == MAX_EARLY) {
      early.remove(0);
    }
    early.add(delivery);
    return List.of();
  }

  /** The head is known: what had come early and is newer may be released. */
  List<Delivery> begin(long head) {
    sequence = new FeedSequence(head);
    List<Delivery> released = new ArrayList<>();
    early.forEach(delivery -> released.addAll(sequence.offer(delivery)));
    early.clear();
    return released;
  }

  boolean hasHole() {
    return sequence != null && sequence.hasHole();
  }
}
