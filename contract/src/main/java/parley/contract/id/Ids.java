package parley.contract.id;

import java.util.UUID;
import java.util.regex.Pattern;
import parley.contract.BusFailure;

/** The one written form of an identifier: a UUID, lower case, with hyphens (RFC 9562). */
final class Ids {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private Ids() {}

  static UUID parse(String field, String text) {
    if (text == null || text.length() != 36 || !FORM.matcher(text).matches()) {
      throw BusFailure.malformed(field);
    }
    return UUID.fromString(text);
  }
}
