package parley.contract.link;

import java.util.regex.Pattern;
import parley.contract.BusFailure;

/** The form of secrets and of their hashes: 32 bytes in base64url. */
final class LinkSecrets {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  private LinkSecrets() {}

  /** {@code MALFORMED} for any other text. */
  static void check(String field, String value) {
    if (value == null || !FORM.matcher(value).matches()) {
      throw BusFailure.malformed(field);
    }
  }
}
