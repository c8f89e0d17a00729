package parley.launcher.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Judges, when all is quiet, whether what the clients wrote down is as promised. */
final class Oracle {
  private final List<Violation> violations = new ArrayList<>();

  private Oracle() {}

  /** Everything that is not as promised. */
  static List<Violation> judge(Truth truth, List<Told> all, List<Absence> absences) {
    Oracle oracle = new Oracle();
    Rows rows = new Rows(truth, oracle::found);
    rows.numbered();
    for (Told told : all) {
      rows.judge(told);
      oracle.finished(told);
      Replay replay = Replay.of(told, oracle::found);
      oracle.compare(truth, told.name(), replay);
      Sockets.judge(told, oracle::found);
    }
    absences.forEach(absence -> oracle.leaked(absence, all));
    return oracle.violations;
  }

  private void found(Violation violation) {
    violations.add(violation);
  }

  private void found(Violation.Rule rule, String who, String evidence) {
    found(new Violation(rule, who, evidence));
  }

  private void finished(Told told) {
    List<Entry.Ended> ends = told.all(Entry.Ended.class).toList();
    if (ends.size() != 1 || ends.get(0).unsent() != 0) {
      found(Violation.Rule.UNFINISHED, told.name(), "ended so: " + ends);
    }
  }

  private void compare(Truth truth, String name, Replay replay) {
    truth
        .fresh()
        .get(name)
        .forEach(
            (feed, fresh) -> {
              long position = replay.position(feed);
              long head = truth.heads().get(feed);
              if (position != head) {
                found(Violation.Rule.BEHIND, name, feed + " at " + position + ", its head " + head);
              }
              difference(replay, fresh, name, feed);
            });
  }

  /** The first few that differ are enough. */
  private void difference(Replay replay, Map<String, Note> fresh, String name, String feed) {
    Map<String, Note> mine = replay.items(feed);
    long beginning = replay.beginning(feed);
    List<String> keys = new ArrayList<>(fresh.keySet());
    mine.keySet().stream().filter(key -> !fresh.containsKey(key)).forEach(keys::add);
    keys.stream()
        .filter(key -> !Objects.equals(mine.get(key), fresh.get(key)))
        .filter(key -> mine.containsKey(key) || fresh.get(key).changed() > beginning)
        .limit(3)
        .forEach(
            key ->
                found(
                    Violation.Rule.DIFFERENT,
                    name,
                    feed + " has " + mine.get(key) + ", a fresh reader " + fresh.get(key)));
  }

  private void leaked(Absence absence, List<Told> all) {
    all.stream()
        .filter(told -> told.name().equals(absence.name()))
        .flatMap(told -> told.all(Entry.Heard.class))
        .filter(heard -> heard.feed().equals(absence.conversation()))
        .filter(heard -> heard.at() < absence.until() && heard.through() > absence.removal())
        .forEach(heard -> found(Violation.Rule.LEAKED, absence.name(), absence + ": " + heard));
  }
}
