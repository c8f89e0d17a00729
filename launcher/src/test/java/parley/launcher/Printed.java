package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a process must never print. */
final class Printed {
  private static final Pattern TRACE =
      Pattern.compile("^\\s+at [\\w.$/@<>]+\\(.*|^Caused by: .*|.*Exception in thread .*");

  private static final Pattern FAULT = Pattern.compile(" ERROR (?:p\\.|parley)");

  private Printed() {}

  /** No code of ours says that a person must act or that it is faulty. */
  static void hasNoFault(List<String> lines) {
    assertEquals(List.of(), lines.stream().filter(FAULT.asPredicate()).toList());
  }

  /** Shows of each trace what stands before it. */
  static void hasNoStackTrace(List<String> lines) {
    List<String> headed = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      boolean begins = i == 0 || !isTrace(lines.get(i - 1));
      if (isTrace(lines.get(i)) && begins) {
        headed.addAll(lines.subList(Math.max(0, i - 2), i + 1));
      }
    }
    assertEquals(List.of(), headed);
  }

  /** Without regard to case: what was turned to lower case on the way is told all the same. */
  static void hasNothingOf(List<String> lines, List<String> secrets) {
    List<String> lower = secrets.stream().map(String::toLowerCase).toList();
    assertEquals(
        List.of(),
        lines.stream()
            .filter(line -> lower.stream().anyMatch(line.toLowerCase()::contains))
            .toList());
  }

  private static boolean isTrace(String line) {
    return TRACE.matcher(line).matches();
  }
}
