package parley.launcher.delivery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
