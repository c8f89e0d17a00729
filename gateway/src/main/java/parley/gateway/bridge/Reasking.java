package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.bus.BusClient;
import parley.contract.Topic;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceState;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;
import parley.contract.presence.WatchPresence;
import parley.contract.relation.ReachNarrowed;
import parley.contract.relation.RelationEnded;

/**
 * Asks again whether sockets may still hear who is there and how people are seen: at once of two
 * who parted and of who is open to fewer people, and of everybody in turns, one socket after the
 * other, which finds what no signal told. Who may not is told once that nothing is known of the
 * presence. Confined to one event loop.
 */
final class Reasking {
  private static final Logger log = LoggerFactory.getLogger(Reasking.class);

  /** How many of those who hear of somebody are asked about at a time. */
  private static final int AT_ONCE = 8;

  private final Vertx vertx;
  private final SubscriptionIndex index;
  private final BusClient bus;
  private final Duration pause;
  private final Set<UserId> narrowing = new HashSet<>();
  private final Set<UserId> narrowedAgain = new HashSet<>();
  private long partings;

  /**
   * @param pause between one round over all sockets and the next
   */
  Reasking(Vertx vertx, SubscriptionIndex index, BusClient bus, Duration pause) {
    this.vertx = vertx;
    this.index = index;
    this.bus = bus;
    this.pause = pause;
  }

  /** Begins with the rounds. */
  void start() {
    vertx.setTimer(pause.toMillis(), fired -> round().onComplete(done -> start()));
  }

  /**
   * How often people have less to see than before; an answer from before the last time may be old.
   */
  long partings() {
    return partings;
  }

  /** Two people parted: each of them may know less of the other. */
  void parted(RelationEnded ended) {
    partings++;
    listening(ended.one(), ended.other()).forEach(socket -> ask(socket, List.of(ended.other())));
    listening(ended.other(), ended.one()).forEach(socket -> ask(socket, List.of(ended.one())));
  }

  /**
   * Fewer people may know of somebody: asks for all who listen. What happens meanwhile is asked for
   * once more afterwards, however often it happens.
   */
  void narrowed(ReachNarrowed event) {
    UserId account = event.account();
    partings++;
    if (narrowing.add(account)) {
      askListeners(account).onComplete(done -> narrowedOnce(account));
    } else {
      narrowedAgain.add(account);
    }
  }

  private void narrowedOnce(UserId account) {
    narrowing.remove(account);
    if (narrowedAgain.remove(account)) {
      narrowed(new ReachNarrowed(account));
    }
  }

  private Future<Void> askListeners(UserId account) {
    List<Socket> sockets = List.copyOf(listening(account));
    List<Future<Void>> lanes = new ArrayList<>();
    for (int lane = 0; lane < Math.min(AT_ONCE, sockets.size()); lane++) {
      Future<Void> asked = Future.succeededFuture();
      for (int at = lane; at < sockets.size(); at += AT_ONCE) {
        Socket socket = sockets.get(at);
        asked = asked.eventually(() -> ask(socket, List.of(account)));
      }
      lanes.add(asked);
    }
    return Future.join(lanes).mapEmpty();
  }

  /** Ends what the socket may hear no longer of these accounts, 100 at most. */
  Future<Void> ask(Socket socket, List<UserId> accounts) {
    if (socket.isClosed() || accounts.isEmpty()) {
      return Future.succeededFuture();
    }
    return bus.request(
            PresenceOperations.SELECT_VISIBLE,
            new SelectVisible(accounts),
            socket.caller(PresenceOperations.SELECT_VISIBLE))
        .map(VisibleAccounts::accounts)
        .onSuccess(
            visible ->
                accounts.stream()
                    .filter(account -> !visible.contains(account))
                    .forEach(account -> end(socket, account)))
        .onFailure(
            cause -> log.debug("gateway.presence.reask.unanswered cause={}", cause.getMessage()))
        .mapEmpty();
  }

  private Future<Void> round() {
    Future<Void> asked = Future.succeededFuture();
    for (Map.Entry<Socket, Set<UserId>> each : heard().entrySet()) {
      List<UserId> accounts = List.copyOf(each.getValue());
      for (int from = 0; from < accounts.size(); from += WatchPresence.MAX) {
        int until = Math.min(accounts.size(), from + WatchPresence.MAX);
        List<UserId> page = accounts.subList(from, until);
        asked = asked.eventually(() -> ask(each.getKey(), page));
      }
    }
    return asked;
  }

  /** Of whom each socket hears. */
  private Map<Socket, Set<UserId>> heard() {
    Map<Socket, Set<UserId>> heard = new LinkedHashMap<>();
    for (Topic<?> topic : Watching.TOPICS) {
      for (Subscription entry : index.of(topic)) {
        topic
            .idIn(entry.listeners.channel.address())
            .filter(id -> entry.active())
            .map(UserId::of)
            .ifPresent(account -> of(entry.socket, heard).add(account));
      }
    }
    return heard;
  }

  private static Set<UserId> of(Socket socket, Map<Socket, Set<UserId>> heard) {
    return heard.computeIfAbsent(socket, absent -> new LinkedHashSet<>());
  }

  private Set<Socket> listening(UserId viewer, UserId account) {
    return listening(account).stream()
        .filter(socket -> socket.account.equals(viewer))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Set<Socket> listening(UserId account) {
    return Watching.TOPICS.stream()
        .flatMap(topic -> index.sockets(topic.address(account.toString())).stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void end(Socket socket, UserId account) {
    for (Topic<?> topic : Watching.TOPICS) {
      String address = topic.address(account.toString());
      Subscription entry = socket.subscriptions.get(address);
      if (entry != null) {
        boolean told = entry.active();
        index.drop(entry);
        if (told && topic == (Topic<?>) PresenceOperations.PRESENCE_CHANGES) {
          Presence unknown = new Presence(account, PresenceState.UNKNOWN);
          index.tell(socket, BridgeReply.answer(address, unknown));
        }
      }
    }
  }
}
