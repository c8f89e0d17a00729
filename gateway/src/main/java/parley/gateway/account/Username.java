package parley.gateway.account;

import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.UnicodeSet;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import parley.contract.account.Profile;

/**
 * A user name: 3 to 32 letters and digits of any one script (UTS #39, highly restrictive), with
 * single {@code . _ -} inside; compatibility forms folded (NFKC), lower case.
 *
 * @param text what is shown and stored
 * @param skeleton what names that look like this one share with it
 */
public record Username(String text, String skeleton) {
  static final int LEAST = 3;
  static final int MOST = 32;
  private static final int MOST_TYPED = 4 * MOST;
  private static final String CHARACTER = "(?:\\p{L}\\p{M}{0,3}|\\p{Nd})";
  private static final Pattern FORM = Pattern.compile(CHARACTER + "(?:[._-]?" + CHARACTER + ")*");

  /** Script and character rules; immutable, so any thread may ask it. */
  private static final SpoofChecker CHECKER =
      new SpoofChecker.Builder()
          .setChecks(
              SpoofChecker.RESTRICTION_LEVEL
                  | SpoofChecker.INVISIBLE
                  | SpoofChecker.MIXED_NUMBERS
                  | SpoofChecker.CHAR_LIMIT
                  | SpoofChecker.CONFUSABLE)
          .setRestrictionLevel(SpoofChecker.RestrictionLevel.HIGHLY_RESTRICTIVE)
          .setAllowedChars(
              new UnicodeSet(SpoofChecker.RECOMMENDED).addAll(SpoofChecker.INCLUSION).freeze())
          .build();

  /** The name that somebody typed; absent if it is none. */
  public static Optional<Username> parse(String typed) {
    if (typed.length() > MOST_TYPED) {
      return Optional.empty();
    }
    String text = folded(typed.strip());
    int length = text.codePointCount(0, text.length());
    boolean named =
        length >= LEAST
            && length <= MOST
            && text.length() <= Profile.MAX_USERNAME
            && FORM.matcher(text).matches()
            && !CHECKER.failsChecks(text);
    return named ? Optional.of(new Username(text, skeletonOf(text))) : Optional.empty();
  }

  /** Lower-cased, since in a name of small letters a zero reads as an o, not as an O. */
  static String skeletonOf(String text) {
    return CHECKER.getSkeleton(text).toLowerCase(Locale.ROOT);
  }

  private static String folded(String typed) {
    String lower = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Normalizer.normalize(lower, Normalizer.Form.NFKC);
  }
}
