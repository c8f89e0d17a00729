package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.Topic;
import parley.contract.account.ProfileOperations;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceWatched;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;
import parley.contract.presence.WatchPresence;
import parley.gateway.delivery.Channel;

/**
 * Lets a socket hear the presence of those whom its person can see, and how their profiles change:
 * two subscriptions for each of them, {@code presence.{id}.changes} and {@code
 * profile.{id}.changes}, but all authorised by one question. What a socket no longer names it no
 * longer hears.
 */
final class Watching {
  /** What is heard of somebody who is watched. */
  static final List<Topic<?>> TOPICS =
      List.of(PresenceOperations.PRESENCE_CHANGES, ProfileOperations.PROFILE_CHANGES);

  private final SubscriptionIndex index;
  private final BusClient bus;
  private final Reasking reasking;

  Watching(SubscriptionIndex index, BusClient bus, Reasking reasking) {
    this.index = index;
    this.bus = bus;
    this.reasking = reasking;
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
    Map<UserId, List<Channel>> wanted = new LinkedHashMap<>();
    request.accounts().forEach(account -> wanted.put(account, channels(account)));
    dropOthers(socket, addresses(wanted));
    List<UserId> added =
        wanted.keySet().stream().filter(account -> !hears(socket, wanted.get(account))).toList();
    long partings = reasking.partings();
    return visible(added, caller)
        .compose(
            visible -> subscribe(socket, visible.stream().map(wanted::get).flatMap(List::stream)))
        .compose(subscribed -> stillVisible(socket, added, partings))
        .map(subscribed -> new PresenceWatched(heard(socket, wanted)));
  }

  private Future<List<UserId>> visible(List<UserId> accounts, Caller caller) {
    return accounts.isEmpty()
        ? Future.succeededFuture(accounts)
        : bus.request(PresenceOperations.SELECT_VISIBLE, new SelectVisible(accounts), caller)
            .map(VisibleAccounts::accounts);
  }

  /** Who parted between the answer and the entry was not found in the index. */
  private Future<Void> stillVisible(Socket socket, List<UserId> added, long partings) {
    return reasking.partings() == partings ? Future.succeededFuture() : reasking.ask(socket, added);
  }

  /** Nobody is listened to before chat has allowed it: each costs a lease. */
  private Future<Void> subscribe(Socket socket, Stream<Channel> channels) {
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
      entry.authorise(0, 0);
      if (entry.listeners.newest() != null) {
        index.tell(entry.socket, entry.listeners.newest());
      }
    }
  }

  private void dropOthers(Socket socket, Set<String> wanted) {
    List<Subscription> others = new ArrayList<>();
    socket.subscriptions.forEach(
        (address, entry) -> {
          if (isWatched(address) && !wanted.contains(address)) {
            others.add(entry);
          }
        });
    others.forEach(index::drop);
  }

  private static List<UserId> heard(Socket socket, Map<UserId, List<Channel>> wanted) {
    return wanted.keySet().stream().filter(account -> hears(socket, wanted.get(account))).toList();
  }

  private static boolean hears(Socket socket, List<Channel> channels) {
    return channels.stream()
        .map(channel -> socket.subscriptions.get(channel.address()))
        .allMatch(entry -> entry != null && entry.active());
  }

  private static Set<String> addresses(Map<UserId, List<Channel>> wanted) {
    return wanted.values().stream()
        .flatMap(List::stream)
        .map(Channel::address)
        .collect(Collectors.toSet());
  }

  private static boolean isWatched(String address) {
    return TOPICS.stream().anyMatch(topic -> topic.idIn(address).isPresent());
  }

  private static List<Channel> channels(UserId account) {
    return TOPICS.stream()
        .map(topic -> Channel.of(topic, topic.address(account.toString())))
        .toList();
  }
}
