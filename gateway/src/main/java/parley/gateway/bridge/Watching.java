package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceWatched;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.WatchPresence;
import parley.gateway.delivery.Channel;

/**
 * Lets a socket hear the presence of those whom its person can see: as many subscriptions to {@code
 * presence.{id}.changes}, but authorised by one question. What a socket no longer names it no
 * longer hears, from the moment of the request on.
 */
final class Watching {
  private final SubscriptionIndex index;
  private final BusClient bus;

  Watching(SubscriptionIndex index, BusClient bus) {
    this.index = index;
    this.bus = bus;
  }

  /** Whom the socket watches then; who may not be watched is left out. */
  Future<PresenceWatched> watch(Socket socket, WatchPresence request, Caller caller) {
    Map<UserId, Channel> wanted = new LinkedHashMap<>();
    request.accounts().forEach(account -> wanted.put(account, channel(account)));
    dropOthers(socket, wanted.values().stream().map(Channel::address).toList());
    Map<UserId, Subscription> pending = new LinkedHashMap<>();
    return Future.<Void>future(done -> enter(socket, wanted, pending).onComplete(done))
        .compose(entered -> visible(List.copyOf(pending.keySet()), caller))
        .map(visible -> activate(pending, visible))
        .onComplete(settled -> pending.values().forEach(this::dropIfPending))
        .map(settled -> new PresenceWatched(active(socket, wanted)));
  }

  private Future<Void> enter(
      Socket socket, Map<UserId, Channel> wanted, Map<UserId, Subscription> pending) {
    List<Future<Long>> attached = new ArrayList<>();
    wanted.forEach(
        (account, channel) -> {
          Subscription entry = index.enter(socket, channel);
          if (!entry.active()) {
            pending.put(account, entry);
            attached.add(entry.listeners.attached);
          }
        });
    return Future.all(attached).mapEmpty();
  }

  private Future<Set<UserId>> visible(List<UserId> accounts, Caller caller) {
    return accounts.isEmpty()
        ? Future.succeededFuture(Set.of())
        : bus.request(PresenceOperations.SELECT_VISIBLE, new SelectVisible(accounts), caller)
            .map(answer -> Set.copyOf(answer.accounts()));
  }

  private Void activate(Map<UserId, Subscription> pending, Set<UserId> visible) {
    pending.forEach(
        (account, entry) -> {
          if (visible.contains(account) && !entry.active() && !entry.dropped()) {
            entry.authorise(0);
            if (entry.listeners.newest() != null) {
              entry.socket.write(entry.listeners.newest());
            }
          }
        });
    return null;
  }

  private void dropIfPending(Subscription entry) {
    if (!entry.active()) {
      index.drop(entry);
    }
  }

  private void dropOthers(Socket socket, List<String> wanted) {
    List<Subscription> others = new ArrayList<>();
    socket.subscriptions.forEach(
        (address, entry) -> {
          if (PresenceOperations.PRESENCE_CHANGES.idIn(address).isPresent()
              && !wanted.contains(address)) {
            others.add(entry);
          }
        });
    others.forEach(index::drop);
  }

  private static List<UserId> active(Socket socket, Map<UserId, Channel> wanted) {
    return wanted.keySet().stream()
        .filter(
            account -> {
              Subscription entry = socket.subscriptions.get(wanted.get(account).address());
              return entry != null && entry.active();
            })
        .toList();
  }

  private static Channel channel(UserId account) {
    return Channel.of(
        PresenceOperations.PRESENCE_CHANGES,
        PresenceOperations.PRESENCE_CHANGES.address(account.toString()));
  }
}
