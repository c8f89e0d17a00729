package parley.presence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.PresenceState;
import parley.testkit.bridge.Await;

/** What one gateway was told, in the order in which it came. */
final class Heard {
  private final List<PresenceChanged> messages = new CopyOnWriteArrayList<>();

  void add(PresenceChanged message) {
    messages.add(message);
  }

  List<PresenceChange> all() {
    return messages.stream().flatMap(message -> message.changes().stream()).toList();
  }

  List<UserId> accountsOfFirstMessage() {
    return messages.get(0).changes().stream().map(change -> change.presence().account()).toList();
  }

  /** The states told of this account, oldest first. */
  List<PresenceState> of(UserId account) {
    return all().stream()
        .filter(change -> change.presence().account().equals(account))
        .map(change -> change.presence().state())
        .toList();
  }

  /** The newest state of each account by the time of the change. */
  Map<UserId, PresenceState> newest() {
    Map<UserId, PresenceState> states = new HashMap<>();
    newestPresences().forEach((account, presence) -> states.put(account, presence.state()));
    return states;
  }

  /** What was told last of an account; null if nothing was. */
  Presence newestOf(UserId account) {
    return newestPresences().get(account);
  }

  /** What was told last, by the time of the change. */
  Map<UserId, Presence> newestPresences() {
    Map<UserId, PresenceChange> newest = new HashMap<>();
    for (PresenceChange change : all()) {
      newest.merge(
          change.presence().account(), change, (one, two) -> two.at() >= one.at() ? two : one);
    }
    Map<UserId, Presence> presences = new HashMap<>();
    newest.forEach((account, change) -> presences.put(account, change.presence()));
    return presences;
  }

  void awaitNewest(UserId account, PresenceState state) {
    Await.until(account + " is told to be " + state, () -> newest().get(account) == state);
  }
}
