package parley.gateway.presence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.PresenceState;
import parley.contract.presence.ReadAppearances;
import parley.contract.presence.RollEntry;

/**
 * How those who are present want to appear, as far as it is known, and so what may be told of them.
 * What is learnt comes by several ways in any order: the largest number counts. Bounded by those
 * who are present.
 */
final class KnownAppearances {
  private final Map<UserId, Appearance> known = new HashMap<>();
  private Set<UserId> doubtful = new HashSet<>();
  private Set<UserId> asked = Set.of();

  /**
   * What may be told: nothing of whom it is not known yet how they want to appear, nor of the
   * invisible. Who is no longer present is forgotten.
   */
  Map<UserId, RollEntry> shown(Map<UserId, PresenceState> present) {
    known.keySet().retainAll(present.keySet());
    doubtful.retainAll(known.keySet());
    Map<UserId, RollEntry> shown = new HashMap<>();
    known.forEach(
        (account, appearance) -> {
          if (appearance.mode() == PresenceMode.BUSY) {
            shown.put(account, entry(appearance, PresenceState.BUSY));
          } else if (appearance.mode() == PresenceMode.AUTO) {
            shown.put(account, entry(appearance, present.get(account)));
          }
        });
    return shown;
  }

  private static RollEntry entry(Appearance appearance, PresenceState state) {
    long shares = appearance.sharesLastSeen() ? appearance.changed() : 0;
    return new RollEntry(appearance.account(), state, shares);
  }

  /** Of whom to ask next, up to the bound of a question; nobody before the last one has ended. */
  List<UserId> ask(Set<UserId> present) {
    if (!asked.isEmpty() || (known.size() >= present.size() && doubtful.isEmpty())) {
      return List.of();
    }
    List<UserId> next =
        present.stream()
            .filter(account -> !known.containsKey(account) || doubtful.contains(account))
            .limit(ReadAppearances.MAX)
            .toList();
    asked = Set.copyOf(next);
    return next;
  }

  /** Takes the answer; who is left out of it never chose. */
  void answered(List<Appearance> answer) {
    answer.forEach(this::learn);
    asked.forEach(account -> learn(new Appearance(account, PresenceMode.AUTO, false, 0)));
    doubtful.removeAll(asked);
    asked = Set.of();
  }

  /** The question got no answer: they may be asked for again. */
  void unanswered() {
    asked = Set.of();
  }

  /** Somebody chose; true if that is news of somebody who is known or was asked for. */
  boolean learn(Appearance told) {
    Appearance before = known.get(told.account());
    boolean concerned = before != null || asked.contains(told.account());
    boolean news = concerned && (before == null || told.changed() > before.changed());
    if (news) {
      known.put(told.account(), told);
    }
    return news;
  }

  /** What is known may be old: it counts until all have been asked for again. */
  void doubt() {
    doubtful = new HashSet<>(known.keySet());
  }
}
