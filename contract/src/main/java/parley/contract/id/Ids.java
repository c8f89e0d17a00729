package parley.contract.id;

import java.util.UUID;
import java.util.regex.Pattern;
import parley.contract.BusFailure;

/** The one written form of an identifier: a UUID, lower case, with hyphens (RFC 9562). */
public final class Ids {
  /** A regular expression of it. */
  public static final String FORM = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  private Ids() {}

  static UUID parse(String field, String text) {
    if (text == null || text.length() != 36 || !PATTERN.matcher(text).matches()) {
      throw BusFailure.malformed(field);
    }
    return UUID.fromString(text);
  }
}
