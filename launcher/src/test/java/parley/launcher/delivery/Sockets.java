package parley.launcher.delivery;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Whether what came by itself over a socket joined on, from where listening began. */
final class Sockets {
  private final Map<String, Long> ends = new HashMap<>();
  private final Told told;
  private final Consumer<Violation> found;

  private Sockets(Told told, Consumer<Violation> found) {
    this.told = told;
    this.found = found;
  }

  static void judge(Told told, Consumer<Violation> found) {
    Sockets sockets = new Sockets(told, found);
    for (Entry entry : told.entries()) {
      if (entry instanceof Entry.Connected) {
        sockets.ends.clear();
      } else if (entry instanceof Entry.Resumed resumed) {
        sockets.resumed(resumed);
      } else if (entry instanceof Entry.Heard range && range.way() == Entry.Way.LIVE) {
        sockets.live(range);
      }
    }
  }

  /** What came before the answer has begun at the head in it or before. */
  private void resumed(Entry.Resumed answer) {
    if (answer.failure() == null) {
      ends.merge(answer.feed(), answer.head(), Math::max);
    } else {
      ends.remove(answer.feed());
    }
  }

  private void live(Entry.Heard range) {
    Long end = ends.get(range.feed());
    if (end != null && range.after() > end) {
      found.accept(
          new Violation(
              Violation.Rule.HOLE, told.name(), "after " + end + " came by itself " + range));
    }
    ends.merge(range.feed(), range.through(), Math::max);
    if (range.items().stream().anyMatch(this::endsListening)) {
      ends.remove(range.feed());
    }
  }

  private boolean endsListening(Note item) {
    return item.key().equals(Note.member(told.account())) && item.endsMembership();
  }
}
