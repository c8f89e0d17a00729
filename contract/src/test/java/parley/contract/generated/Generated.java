package parley.contract.generated;

import java.util.ArrayList;
import java.util.List;

/** What all generated files have in common. */
final class Generated {
  static final String NOTICE = "Generated from the catalogue by ./parley contract; do not edit.";
  static final int COLUMNS = 100;

  private Generated() {}

  /** A comment in one line if it fits, else in several; the first line opens it, the last ends. */
  static List<String> wrapped(String sentence, String opening, String next, String end) {
    if ((opening + sentence + end).length() <= COLUMNS) {
      return List.of(opening + sentence + end);
    }
    List<String> lines = new ArrayList<>();
    lines.add(opening.stripTrailing());
    StringBuilder line = new StringBuilder();
    for (String word : sentence.split(" ")) {
      if ((next + line + " " + word).length() > COLUMNS) {
        lines.add(next + line);
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(next + line);
    lines.add(next.stripTrailing() + end.stripLeading().substring(1));
    return lines;
  }
}
