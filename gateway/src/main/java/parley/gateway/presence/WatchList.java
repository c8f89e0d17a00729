package parley.gateway.presence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import parley.contract.id.UserId;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceState;

/**
 * What this process knows of the accounts that its sockets watch, and what of it is news. States
 * come by two ways, told and asked for; an answer does not count where a change was told since the
 * question. Bounded by the subscriptions of the sockets.
 */
final class WatchList {
  private final long holdsNanos;
  private final Map<UserId, Known> accounts = new LinkedHashMap<>();
  private long questions;

  /**
   * @param holdsNanos for how long a state counts that nobody confirms
   */
  WatchList(long holdsNanos) {
    this.holdsNanos = holdsNanos;
  }

  void begin(UserId account) {
    accounts.putIfAbsent(account, new Known());
  }

  void end(UserId account) {
    accounts.remove(account);
  }

  /** Whom to ask for. */
  Collection<UserId> accounts() {
    return List.copyOf(accounts.keySet());
  }

  /** The number of a question that is about to be asked. */
  long ask() {
    return ++questions;
  }

  /** Takes the answer to a question; gives what is news. */
  List<Presence> answered(long question, List<Presence> states, long now) {
    List<Presence> news = new ArrayList<>();
    for (Presence told : states) {
      Known known = accounts.get(told.account());
      if (known != null && known.toldDuring < question && known.accepts(told.state())) {
        known.confirmedAt = now;
        note(known, told).ifPresent(news::add);
      }
    }
    return news;
  }

  /** A question about these accounts got no answer; gives what is unknown from now on. */
  List<Presence> unanswered(Collection<UserId> asked, long now) {
    List<Presence> news = new ArrayList<>();
    for (UserId account : asked) {
      Known known = accounts.get(account);
      if (known != null && (known.told == null || now - known.confirmedAt >= holdsNanos)) {
        note(known, new Presence(account, PresenceState.UNKNOWN)).ifPresent(news::add);
      }
    }
    return news;
  }

  /** A change was told; gives it if it is news. */
  Optional<Presence> changed(PresenceChange change, long now) {
    Known known = accounts.get(change.presence().account());
    if (known == null || change.at() <= known.changedAt) {
      return Optional.empty();
    }
    known.changedAt = change.at();
    known.toldDuring = questions;
    known.confirmedAt = now;
    return note(known, change.presence());
  }

  private static Optional<Presence> note(Known known, Presence told) {
    if (told.equals(known.told)) {
      return Optional.empty();
    }
    known.told = told;
    return Optional.of(told);
  }

  private static final class Known {
    private Presence told;
    private long changedAt = Long.MIN_VALUE;
    private long toldDuring;
    private long confirmedAt;

    /**
     * That presence does not know, shortly after it lost its memory, takes nothing from what is.
     */
    boolean accepts(PresenceState state) {
      return state != PresenceState.UNKNOWN || told == null;
    }
  }
}
