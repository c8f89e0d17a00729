package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sockets of one event loop that listen to one address. */
final class Listeners {
  final String address;
  final Map<Socket, Subscription> bySocket = new LinkedHashMap<>();

  /** The number from which on this loop hears everything. */
  Future<Long> attached;

  /** The number of the last frame that this loop has seen. */
  private long seen;

  Listeners(String address) {
    this.address = address;
  }

  void saw(long number) {
    seen = Math.max(seen, number);
  }

  long seen() {
    return seen;
  }
}
