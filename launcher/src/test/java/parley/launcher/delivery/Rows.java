package parley.launcher.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import parley.launcher.delivery.Violation.Rule;

/** Compares what clients sent with the rows of the table. */
final class Rows {
  private static final String FEED = "conversation.";

  private final Truth truth;
  private final Consumer<Violation> found;
  private final Map<String, List<Truth.Row>> byText = new HashMap<>();

  Rows(Truth truth, Consumer<Violation> found) {
    this.truth = truth;
    this.found = found;
    truth
        .rows()
        .forEach(row -> byText.computeIfAbsent(row.text(), first -> new ArrayList<>()).add(row));
  }

  /** Every message is there once and counted once, whoever wrote it. */
  void numbered() {
    byText.values().stream()
        .filter(same -> same.size() > 1)
        .forEach(same -> found(Rule.DOUBLED, same.get(0).sender(), same.toString()));
    Map<String, Long> counted = new HashMap<>();
    for (Truth.Row row : truth.rows()) {
      long ordinal = counted.merge(row.conversation(), 1L, Long::sum);
      if (row.ordinal() != ordinal) {
        found(Rule.REORDERED, row.sender(), row + " is number " + ordinal);
      }
    }
  }

  /** What one client was told about its messages is so. */
  void judge(Told told) {
    Map<String, Long> last = new HashMap<>();
    told.all(Entry.Acknowledged.class)
        .forEach(
            one -> {
              stored(told.name(), one);
              Long before = last.put(one.conversation(), one.posted());
              if (before != null && before >= one.posted()) {
                found(Rule.REORDERED, told.name(), one + " after " + before);
              }
            });
    told.all(Entry.Refused.class)
        .filter(one -> one.attempt() == 1 && byText.containsKey(one.clientId()))
        .forEach(one -> found(Rule.REFUSED_YET_STORED, told.name(), one.toString()));
    changed(told);
  }

  /** A message says what it was last known to be changed to, or what an unclear attempt wanted. */
  private void changed(Told told) {
    Map<String, Set<String>> possible = new LinkedHashMap<>();
    for (Entry entry : told.entries()) {
      if (entry instanceof Entry.Changed one) {
        possible.put(key(one.conversation(), one.posted()), new HashSet<>(Set.of(one.said())));
      } else if (entry instanceof Entry.Unchanged one && one.attempt() > 1) {
        possible
            .computeIfAbsent(
                key(one.conversation(), one.posted()),
                first -> new HashSet<>(Set.of(one.clientId())))
            .add(one.said());
      }
    }
    Map<String, String> said = new HashMap<>();
    truth.rows().forEach(row -> said.put(row.conversation() + " " + row.posted(), row.said()));
    possible.forEach(
        (message, texts) -> {
          if (!texts.contains(said.get(message))) {
            found(
                Rule.LOST, told.name(), message + " says " + said.get(message) + ", not " + texts);
          }
        });
  }

  private static String key(String conversation, long posted) {
    return FEED + conversation + " " + posted;
  }

  private void stored(String who, Entry.Acknowledged one) {
    boolean there =
        byText.getOrDefault(one.clientId(), List.of()).stream()
            .anyMatch(
                row ->
                    row.posted() == one.posted()
                        && row.conversation().equals(FEED + one.conversation()));
    if (!there) {
      found(Rule.LOST, who, one + ", stored: " + byText.get(one.clientId()));
    }
  }

  private void found(Rule rule, String who, String evidence) {
    found.accept(new Violation(rule, who, evidence));
  }
}
