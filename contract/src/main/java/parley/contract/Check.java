package parley.contract;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The checks that records make in their constructors. Each failure is {@link FailureCode#MALFORMED}
 * and names the field.
 */
public final class Check {
  /** UTF-16 units: an emoji may consist of many. */
  public static final int MAX_EMOJI = 40;

  /** What is seen as one character, and no letter, space or punctuation mark by itself. */
  private static final Pattern EMOJI =
      Pattern.compile("(?![\\p{L}\\p{M}\\p{P}\\p{Z}])(?![0-9]$)\\X");

  private Check() {}

  /** The value, which must be there. */
  public static <T> T present(String field, T value) {
    if (value == null) {
      throw BusFailure.malformed(field);
    }
    return value;
  }

  /** A number within [least, most]. */
  public static long within(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw BusFailure.malformed(field);
    }
    return value;
  }

  /** A number within [least, most]. */
  public static int within(String field, int value, int least, int most) {
    return (int) within(field, (long) value, least, most);
  }

  /** An immutable copy with {@code least} to {@code most} elements, none of them null. */
  public static <T> List<T> list(String field, List<T> values, int least, int most) {
    present(field, values);
    if (values.size() < least || values.size() > most || values.stream().anyMatch(v -> v == null)) {
      throw BusFailure.malformed(field);
    }
    return List.copyOf(values);
  }

  /**
   * Text of several lines: {@code least} to {@code most} UTF-16 units after line ends became \n; no
   * control characters but \n and \t, no lone surrogates.
   */
  public static String text(String field, String value, int least, int most) {
    String text = present(field, value).replace("\r\n", "\n").replace('\r', '\n');
    return bounded(field, text, least, most, true);
  }

  /**
   * One line: NFC, trimmed, {@code least} to {@code most} UTF-16 units, no control or bidi marks.
   */
  public static String line(String field, String value, int least, int most) {
    present(field, value);
    within(field, value.length(), 0, most * 4);
    bounded(field, value, 0, most * 4, false);
    return bounded(
        field, Normalizer.normalize(value, Normalizer.Form.NFC).strip(), least, most, false);
  }

  /** As {@link #line} with at most {@code most} units, but absent or blank gives null. */
  public static String optionalLine(String field, String value, int most) {
    if (value == null) {
      return null;
    }
    String line = line(field, value, 0, most);
    return line.isEmpty() ? null : line;
  }

  /** One emoji, in the form NFC. */
  public static String emoji(String field, String value) {
    String emoji = line(field, value, 1, MAX_EMOJI);
    if (!EMOJI.matcher(emoji).matches()) {
      throw BusFailure.malformed(field);
    }
    return emoji;
  }

  /** An opaque text made by a program: 1 to {@code most} visible ASCII characters, no space. */
  public static String token(String field, String value, int most) {
    present(field, value);
    within(field, value.length(), 1, most);
    if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw BusFailure.malformed(field);
    }
    return value;
  }

  /** As {@link #token}, but absent gives null. */
  public static String optionalToken(String field, String value, int most) {
    return value == null ? null : token(field, value, most);
  }

  private static String bounded(String field, String text, int least, int most, boolean lines) {
    if (text.length() < least || text.length() > most || (least > 0 && text.isBlank())) {
      throw BusFailure.malformed(field);
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length()) {
        i += Character.isLowSurrogate(text.charAt(i + 1)) ? 1 : 0;
        if (Character.isLowSurrogate(text.charAt(i))) {
          continue;
        }
      }
      if (!allowed(c, lines)) {
        throw BusFailure.malformed(field);
      }
    }
    return text;
  }

  private static boolean allowed(char c, boolean lines) {
    if (Character.isSurrogate(c)) {
      return false;
    }
    if (c == '\n' || c == '\t') {
      return lines;
    }
    if (Character.isISOControl(c)) {
      return false;
    }
    return lines || !misleadsInALine(c);
  }

  /**
   * Characters that would let a name break out of its line, turn its surroundings round, or look
   * like another one. The joiners U+200C and U+200D stay: scripts and emoji need them.
   */
  private static boolean misleadsInALine(char c) {
    return c == '\u061C'
        || c == '\u180E'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2060' && c <= '\u2069')
        || c == '\uFEFF';
  }
}
