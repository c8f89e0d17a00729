package parley.launcher.fuzz;

import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Pieces of JSON, or of what looks like it, that readers trip over. */
final class Junk {
  private static final int DEEPEST = 3_000;
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-0",
          "1e999999",
          "-1e-999999",
          "9223372036854775808",
          "123456789012345678901234567890123456789012345678901234567890",
          "0.1e1",
          "NaN",
          "01",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "\"\\udc00x\\ud800\"",
          "\"\\uFEFF\\u202E\"",
          "\"\u0001\"",
          "\"\\x\"",
          "\"😀\"",
          "{}",
          "[]",
          "[null]",
          "{\"type\":\"text\"}",
          "{\"\":{\"\":[]}}",
          "'single'",
          "/* comment */ 1",
          "\"__proto__\"",
          "\"__vertx.reply.1\"");

  private final Random random;

  Junk(Random random) {
    this.random = random;
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T any(List<T> choice) {
    return choice.get(random.nextInt(choice.size()));
  }

  /** At least 0, less than {@code bound}. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  String uuid() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /** One value, mostly short. */
  String value() {
    return switch (random.nextInt(24)) {
      case 0 -> nested("[", "]");
      case 1 -> nested("{\"a\":", "}");
      case 2 -> '"' + "x".repeat(random.nextInt(10_000)) + '"';
      case 3 -> "9".repeat(1 + random.nextInt(2_000));
      case 4 -> '"' + uuid() + '"';
      default -> any(VALUES);
    };
  }

  private String nested(String open, String close) {
    int depth = random.nextInt(DEEPEST);
    return open.repeat(depth) + "1" + close.repeat(oneIn(4) ? 0 : depth);
  }
}
