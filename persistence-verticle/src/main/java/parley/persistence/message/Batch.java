package parley.persistence.message;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;

/**
 * Appends that share a transaction: each message once, in the order of arrival, and which append
 * asked for which. Of two that mean the same message the one decided on the newer policy version
 * counts.
 */
final class Batch {
  private record Key(ConversationId conversation, UserId sender, ClientId clientId) {
    static Key of(AppendMessage request) {
      return new Key(request.conversation(), request.sender(), request.clientId());
    }
  }

  private final List<AppendMessage> distinct;
  private final int[] place;
  private final boolean[] first;

  private Batch(List<AppendMessage> distinct, int[] place, boolean[] first) {
    this.distinct = distinct;
    this.place = place;
    this.first = first;
  }

  static Batch of(List<AppendMessage> requests) {
    Map<Key, Integer> places = new LinkedHashMap<>();
    List<AppendMessage> distinct = new ArrayList<>();
    int[] place = new int[requests.size()];
    boolean[] first = new boolean[requests.size()];
    for (int i = 0; i < place.length; i++) {
      AppendMessage request = requests.get(i);
      Integer known = places.putIfAbsent(Key.of(request), distinct.size());
      first[i] = known == null;
      place[i] = known == null ? distinct.size() : known;
      if (known == null) {
        distinct.add(request);
      } else if (request.policyVersion() > distinct.get(known).policyVersion()) {
        distinct.set(known, request);
      }
    }
    return new Batch(distinct, place, first);
  }

  /** What goes to the database. */
  List<AppendMessage> distinct() {
    return distinct;
  }

  /** The outcomes of {@link #distinct} as those of all appends, in the order they came. */
  List<Appended> spread(List<Appended> outcomes) {
    List<Appended> all = new ArrayList<>(place.length);
    for (int i = 0; i < place.length; i++) {
      Appended outcome = outcomes.get(place[i]);
      all.add(first[i] ? outcome : outcome.repeated());
    }
    return all;
  }
}
