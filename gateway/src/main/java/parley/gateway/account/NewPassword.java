package parley.gateway.account;

import java.text.Normalizer;
import java.util.Locale;

/** What a new password must be: 8 to 200 characters, and not the user name. */
final class NewPassword {
  static final int LEAST = 8;
  static final int MOST = 200;

  private NewPassword() {}

  static boolean isAllowed(String password, Username name) {
    int length = password.codePointCount(0, password.length());
    return length >= LEAST
        && length <= MOST
        && !password.isBlank()
        && password.codePoints().noneMatch(NewPassword::cannotBeTyped)
        && !folded(password).equals(name.text());
  }

  private static boolean cannotBeTyped(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  private static String folded(String password) {
    return Normalizer.normalize(password.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
