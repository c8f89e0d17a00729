package parley.gateway.session;

import java.util.regex.Pattern;
import parley.gateway.http.Refusal;

/** What a client adds to a refresh, the same again when it repeats it. */
final class Nonce {
  static final String PATTERN = "[A-Za-z0-9_-]{8,64}";
  static final String MEANING =
      "Chosen by the client; a repeat with the same within 60 s gets the same answer.";

  private static final Pattern FORM = Pattern.compile(PATTERN);

  private Nonce() {}

  /** The nonce; 422 unless it has 8 to 64 letters, digits, hyphens or underscores. */
  static String checked(String nonce) {
    if (!FORM.matcher(nonce).matches()) {
      throw Refusal.invalid("nonce");
    }
    return nonce;
  }
}
