package parley.gateway.bridge;

import io.vertx.core.Context;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import parley.contract.BusFailure;
import parley.contract.CloseCode;
import parley.contract.FailureCode;
import parley.contract.Topic;
import parley.gateway.GatewayMetrics;
import parley.gateway.delivery.Channel;
import parley.gateway.delivery.DeliveryOrder;
import parley.gateway.delivery.Edge;
import parley.gateway.delivery.Frame;
import parley.gateway.delivery.Views;

/**
 * Which sockets of one event loop listen to which address. Confined to that loop; bounded by the
 * sockets and by the subscriptions that each may have.
 */
final class SubscriptionIndex implements Edge {
  private final Context loop;
  private final DeliveryOrder order;
  private final GatewayMetrics metrics;
  private final int mostPerSocket;
  private final Map<String, Listeners> byAddress = new HashMap<>();

  SubscriptionIndex(Context loop, DeliveryOrder order, GatewayMetrics metrics, int mostPerSocket) {
    this.loop = loop;
    this.order = order;
    this.metrics = metrics;
    this.mostPerSocket = mostPerSocket;
  }

  /**
   * Enters a pending subscription, or gives the one there is. Fails with {@code TOO_MANY} beyond
   * the bound, with {@code UNAVAILABLE} for a socket that has gone: nobody would ever drop its
   * entry.
   */
  Subscription enter(Socket socket, Channel channel) {
    if (socket.isClosed()) {
      throw BusFailure.of(FailureCode.UNAVAILABLE);
    }
    Subscription there = socket.subscriptions.get(channel.address());
    if (there != null) {
      return there;
    }
    if (socket.subscriptions.size() >= mostPerSocket) {
      throw BusFailure.of(FailureCode.TOO_MANY);
    }
    Listeners listeners = byAddress.computeIfAbsent(channel.address(), absent -> attach(channel));
    Subscription entered = new Subscription(socket, listeners);
    listeners.bySocket.put(socket, entered);
    socket.subscriptions.put(channel.address(), entered);
    return entered;
  }

  /** Ends one subscription; once or more, the effect is the same. */
  void drop(Subscription subscription) {
    subscription.drop();
    Listeners listeners = subscription.listeners;
    if (listeners.bySocket.remove(subscription.socket, subscription)) {
      subscription.socket.subscriptions.remove(listeners.channel.address());
      if (listeners.bySocket.isEmpty()
          && byAddress.remove(listeners.channel.address(), listeners)) {
        order.detach(listeners.channel.address(), this);
      }
    }
  }

  /** Writes to one socket what all others have heard already, or closes it as too slow. */
  void tell(Socket socket, Frame frame) {
    if (!socket.write(frame)) {
      closeSlow(socket);
    }
  }

  /** As {@link #tell(Socket, Frame)}, for what is said to this socket alone. */
  void tell(Socket socket, String json) {
    if (!socket.write(json)) {
      closeSlow(socket);
    }
  }

  /** The sockets that listen to an address, or are about to. */
  List<Socket> sockets(String address) {
    Listeners listeners = byAddress.get(address);
    return listeners == null ? List.of() : List.copyOf(listeners.bySocket.keySet());
  }

  /** All subscriptions to the addresses of a topic. */
  List<Subscription> of(Topic<?> topic) {
    return byAddress.values().stream()
        .filter(listeners -> topic.idIn(listeners.channel.address()).isPresent())
        .flatMap(listeners -> listeners.bySocket.values().stream())
        .toList();
  }

  /** Ends all subscriptions of a socket. */
  void dropAll(Socket socket) {
    new ArrayList<>(socket.subscriptions.values()).forEach(this::drop);
  }

  @Override
  public void deliver(Frame frame) {
    loop.runOnContext(task -> spread(frame));
  }

  private Listeners attach(Channel channel) {
    Listeners listeners = new Listeners(channel);
    listeners.attached =
        order
            .attach(channel, this)
            .map(
                from -> {
                  listeners.saw(from);
                  return from;
                })
            .recover(cause -> detached(listeners, cause));
    return listeners;
  }

  /** Nobody hears an address that could not be attached: the next subscriber tries anew. */
  private Future<Long> detached(Listeners listeners, Throwable cause) {
    byAddress.remove(listeners.channel.address(), listeners);
    return Future.failedFuture(cause);
  }

  private void spread(Frame frame) {
    Listeners listeners = byAddress.get(frame.address());
    if (listeners == null) {
      return;
    }
    listeners.saw(frame);
    List<Socket> slow = new ArrayList<>();
    Views views = new Views(frame);
    int written = 0;
    for (Subscription one : listeners.bySocket.values()) {
      if (one.active()) {
        written++;
        if (!one.socket.write(views.from(one.visibleFrom()))) {
          slow.add(one.socket);
        }
      }
    }
    metrics.framesWritten(written);
    slow.forEach(this::closeSlow);
    if (frame.removed() != null) {
      removeMember(listeners, frame);
    }
  }

  private void closeSlow(Socket socket) {
    metrics.socketTooSlow();
    dropAll(socket);
    socket.close(CloseCode.TOO_SLOW);
  }

  private void removeMember(Listeners listeners, Frame frame) {
    List<Subscription> ended = new ArrayList<>();
    for (Subscription one : listeners.bySocket.values()) {
      if (one.socket.account.equals(frame.removed()) && one.removed(frame.through())) {
        ended.add(one);
      }
    }
    ended.forEach(this::drop);
  }
}
