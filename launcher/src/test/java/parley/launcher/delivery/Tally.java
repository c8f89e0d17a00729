package parley.launcher.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the clients met, in numbers.
 *
 * @param acknowledged messages
 * @param changed edits and deletions that were acknowledged
 * @param repeated messages that were sent more than once
 * @param connections sockets that were opened
 * @param ranges that arrived
 * @param holes ranges that came too early
 * @param longestRepair from a hole until it was filled, or from the end of a socket until another
 *     listened, in milliseconds
 */
public record Tally(
    long acknowledged,
    long changed,
    long repeated,
    long connections,
    long ranges,
    long holes,
    long longestRepair) {
  private static final String CONNECTION = "connection";

  static Tally of(List<Told> all) {
    return new Tally(
        count(all, Entry.Acknowledged.class),
        count(all, Entry.Changed.class),
        all.stream()
            .flatMap(told -> told.all(Entry.Sent.class))
            .filter(sent -> sent.attempt() == 2)
            .count(),
        count(all, Entry.Connected.class),
        count(all, Entry.Heard.class),
        count(all, Entry.Held.class),
        all.stream().mapToLong(Tally::longestRepair).max().orElse(0));
  }

  private static long count(List<Told> all, Class<? extends Entry> kind) {
    return all.stream().flatMap(told -> told.all(kind)).count();
  }

  /** A hole begins with the first range held and ends when a position is behind the last one. */
  private static long longestRepair(Told told) {
    long longest = 0;
    Map<String, Hole> holes = new HashMap<>();
    Map<Long, Entry.Heard> heard = new HashMap<>();
    for (Entry entry : told.entries()) {
      if (entry instanceof Entry.Heard range) {
        heard.put(range.number(), range);
      } else if (entry instanceof Entry.Held held) {
        long goal = heard.get(held.number()).through();
        holes.merge(held.feed(), new Hole(held.at(), goal), Hole::with);
      } else if (entry instanceof Entry.Closed closed) {
        holes.putIfAbsent(CONNECTION, new Hole(closed.at(), 0));
      } else if (entry instanceof Entry.Resumed resumed && resumed.head() != null) {
        Hole away = holes.remove(CONNECTION);
        longest = Math.max(longest, away == null ? 0 : resumed.at() - away.since());
      } else if (entry instanceof Entry.Applied applied) {
        Hole hole = holes.get(applied.feed());
        if (hole != null && applied.position() >= hole.goal()) {
          longest = Math.max(longest, applied.at() - hole.since());
          holes.remove(applied.feed());
        }
      }
    }
    return longest;
  }

  private record Hole(long since, long goal) {
    Hole with(Hole other) {
      return new Hole(Math.min(since, other.since), Math.max(goal, other.goal));
    }
  }
}
