package parley.launcher;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.PresenceState;
import parley.contract.presence.WatchPresence;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** Somebody who watches who else is there. */
final class Observer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final BridgeClient socket;

  Observer(BridgeClient socket) {
    this.socket = socket;
  }

  /** Sees these people from now on, and no others. */
  Observer watch(Person... people) {
    List<UserId> accounts = Arrays.stream(people).map(Person::account).toList();
    socket.ask(PresenceOperations.WATCH_PRESENCE, new WatchPresence(accounts));
    return this;
  }

  /** Waits until the person is shown so. */
  void awaits(Person person, PresenceState state) {
    Await.until(
        () -> person.username() + " is " + state + ", seen: " + seen(person),
        PATIENCE,
        () -> !seen(person).isEmpty() && last(seen(person)) == state);
  }

  /** All states that were shown, in order. */
  List<PresenceState> seen(Person person) {
    return told(person).stream().map(Presence::state).toList();
  }

  /** All that was told, in order. */
  List<Presence> told(Person person) {
    String address = PresenceOperations.PRESENCE_CHANGES.address(person.account().toString());
    return socket.events(address, Presence.class);
  }

  /** Waits until the person is shown as offline, and since when or not; gives what is told. */
  Presence awaitsGone(Person person, boolean sinceWhen) {
    Await.until(
        () -> person.username() + " is gone, since when: " + sinceWhen + ", told: " + told(person),
        PATIENCE,
        () -> !told(person).isEmpty() && isGone(last(told(person)), sinceWhen));
    return last(told(person));
  }

  private static boolean isGone(Presence told, boolean sinceWhen) {
    return told.state() == PresenceState.OFFLINE && (told.lastSeenAt() != null) == sinceWhen;
  }

  private static <T> T last(List<T> all) {
    return all.get(all.size() - 1);
  }

  @Override
  public void close() {
    socket.close();
  }
}
