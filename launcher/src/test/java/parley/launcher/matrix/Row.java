package parley.launcher.matrix;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One line of the table.
 *
 * @param way how the address is used: ask, put, delete, register, resume, watch or listening
 * @param address with placeholders
 * @param request with placeholders; empty where nothing is asked
 * @param expected what each person meets
 */
record Row(String way, String address, String request, Map<Who, String> expected) {
  private static final int FIXED = 3;

  static Row parse(String line) {
    List<String> cells = List.of(line.split("\\|", -1)).stream().map(String::strip).toList();
    if (cells.size() != FIXED + Who.values().length) {
      throw new IllegalArgumentException(cells.size() + " cells: " + line);
    }
    Map<Who, String> expected = new EnumMap<>(Who.class);
    for (Who who : Who.values()) {
      expected.put(who, cells.get(FIXED + who.ordinal()));
    }
    return new Row(cells.get(0), cells.get(1), cells.get(2), expected);
  }

  /** Whether it is about a group and not about a room. */
  boolean isOfGroup() {
    return (address + request).matches(".*\\{(group|link)}.*");
  }

  @Override
  public String toString() {
    return way + " " + address + " " + request;
  }
}
