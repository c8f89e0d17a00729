package parley.launcher.faults;

/**
 * A text that tells which message it is and when it was sent.
 *
 * @param number counts the messages of a test
 * @param sentAt the monotonic clock of this JVM, in nanoseconds
 */
record Numbered(long number, long sentAt) {
  private static final String FILLING = "x".repeat(1_000);

  static Numbered parse(String text) {
    String[] words = text.split(" ", 3);
    return new Numbered(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  /** About a thousand characters. */
  String text() {
    return number + " " + sentAt + " " + FILLING;
  }
}
