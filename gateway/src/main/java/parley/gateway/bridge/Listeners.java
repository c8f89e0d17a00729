package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;
import parley.gateway.delivery.Channel;
import parley.gateway.delivery.Frame;

/** The sockets of one event loop that listen to one address. */
final class Listeners {
  final Channel channel;
  final Map<Socket, Subscription> bySocket = new LinkedHashMap<>();

  /** The number from which on this loop hears everything. */
  Future<Long> attached;

  /** The number of the last frame that this loop has seen. */
  private long seen;

  /** What a new listener hears first; null where all events count, and before the first. */
  private Frame newest;

  Listeners(Channel channel) {
    this.channel = channel;
  }

  void saw(Frame frame) {
    saw(frame.through());
    newest = channel.newestOnly() ? frame : null;
  }

  void saw(long number) {
    seen = Math.max(seen, number);
  }

  Frame newest() {
    return newest;
  }

  long seen() {
    return seen;
  }
}
