package parley.launcher;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which parts a process runs, and how many instances of each.
 *
 * @param instances one to {@value #MOST} for each part that runs
 */
record Roles(Map<Role, Integer> instances) {
  static final int MOST = 64;
  private static final Pattern ENTRY = Pattern.compile("([a-z]+)(?:=(\\d{1,3}))?");

  Roles {
    instances = Map.copyOf(instances);
  }

  /** Every part, once. */
  static Roles everything() {
    return parse(Role.all());
  }

  /**
   * Reads {@code gateway,chat=2}.
   *
   * @throws IllegalArgumentException with a sentence for the person who typed it
   */
  static Roles parse(String text) {
    Map<Role, Integer> instances = new EnumMap<>(Role.class);
    for (String entry : text.split(",", -1)) {
      Matcher matcher = ENTRY.matcher(entry.strip());
      Role role = matcher.matches() ? Role.of(matcher.group(1)).orElse(null) : null;
      if (role == null) {
        throw new IllegalArgumentException(
            "'" + entry.strip() + "' is none of the parts: " + Role.all());
      }
      int count = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
      if (count < 1 || count > MOST || instances.put(role, count) != null) {
        throw new IllegalArgumentException(
            role.label() + ": name it once, with 1 to " + MOST + " instances");
      }
    }
    return new Roles(instances);
  }

  boolean has(Role role) {
    return instances.containsKey(role);
  }

  int count(Role role) {
    return instances.getOrDefault(role, 0);
  }
}
