package parley.gateway.session;

import java.util.regex.Pattern;
import parley.gateway.http.Refusal;

/** What a client adds to a refresh, the same again when it repeats it. */
final class Nonce {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{8,64}");

  private Nonce() {}

  /** The nonce; 422 unless it has 8 to 64 letters, digits, hyphens or underscores. */
  static String checked(String nonce) {
    if (!FORM.matcher(nonce).matches()) {
      throw Refusal.invalid("nonce");
    }
    return nonce;
  }
}
