package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceWatched;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;
import parley.contract.presence.WatchPresence;
import parley.gateway.delivery.Channel;

/**
 * Lets a socket hear the presence of those whom its person can see: as many subscriptions to {@code
 * presence.{id}.changes}, but authorised by one question. What a socket no longer names it no
 * longer hears.
 */
final class Watching {
  private final SubscriptionIndex index;
  private final BusClient bus;

  Watching(SubscriptionIndex index, BusClient bus) {
    this.index = index;
    this.bus = bus;
  }

  /**
   * Whom the socket watches then; who may not be watched is left out. One question of a socket at a
   * time: a later one takes effect later.
   */
  Future<PresenceWatched> watch(Socket socket, WatchPresence request, Caller caller) {
    socket.watching = socket.watching.transform(before -> answer(socket, request, caller));
    return socket.watching;
  }

  private Future<PresenceWatched> answer(Socket socket, WatchPresence request, Caller caller) {
    Map<UserId, Channel> wanted = new LinkedHashMap<>();
    request.accounts().forEach(account -> wanted.put(account, channel(account)));
    dropOthers(socket, wanted.values().stream().map(Channel::address).toList());
    List<UserId> added =
        wanted.keySet().stream().filter(account -> !hears(socket, wanted.get(account))).toList();
    return visible(added, caller)
        .compose(visible -> subscribe(socket, visible.stream().map(wanted::get).toList()))
        .map(subscribed -> new PresenceWatched(heard(socket, wanted)));
  }

  private Future<List<UserId>> visible(List<UserId> accounts, Caller caller) {
    return accounts.isEmpty()
        ? Future.succeededFuture(accounts)
        : bus.request(PresenceOperations.SELECT_VISIBLE, new SelectVisible(accounts), caller)
            .map(VisibleAccounts::accounts);
  }

  /** Nobody is listened to before chat has allowed it: each costs a lease. */
  private Future<Void> subscribe(Socket socket, List<Channel> channels) {
    List<Subscription> entries = new ArrayList<>();
    return Future.<Void>future(
            done -> {
              channels.forEach(channel -> entries.add(index.enter(socket, channel)));
              Future.all(entries.stream().map(entry -> entry.listeners.attached).toList())
                  .<Void>mapEmpty()
                  .onComplete(done);
            })
        .onSuccess(attached -> entries.forEach(this::activate))
        .onFailure(cause -> entries.forEach(index::drop));
  }

  private void activate(Subscription entry) {
    if (!entry.active() && !entry.dropped()) {
      entry.authorise(0);
      if (entry.listeners.newest() != null) {
        index.tell(entry.socket, entry.listeners.newest());
      }
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

  private static List<UserId> heard(Socket socket, Map<UserId, Channel> wanted) {
    return wanted.keySet().stream().filter(account -> hears(socket, wanted.get(account))).toList();
  }

  private static boolean hears(Socket socket, Channel channel) {
    Subscription entry = socket.subscriptions.get(channel.address());
    return entry != null && entry.active();
  }

  private static Channel channel(UserId account) {
    return Channel.of(
        PresenceOperations.PRESENCE_CHANGES,
        PresenceOperations.PRESENCE_CHANGES.address(account.toString()));
  }
}
