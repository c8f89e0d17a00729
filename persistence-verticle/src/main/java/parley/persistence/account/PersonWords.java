package parley.persistence.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words of a person's names in the form that is searched: no case, accents or width. */
final class PersonWords {
  /** The most words of one person that can be found; later ones are not. */
  static final int MAX = 24;

  private static final int MAX_LENGTH = 120;
  private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
  // Symbols are words too, or a name of emoji could not be found.
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}]+");

  private PersonWords() {}

  /** The words of some texts, each once, in the order of the texts. */
  static List<String> of(String... texts) {
    return BETWEEN_WORDS
        .splitAsStream(folded(String.join(" ", texts)))
        .filter(word -> !word.isEmpty() && word.length() <= MAX_LENGTH)
        .distinct()
        .limit(MAX)
        .toList();
  }

  // By way of the upper case, or ß would differ from ss and the final sigma from the others.
  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String bare = ACCENTS.matcher(plain).replaceAll("");
    return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('\u03C2', '\u03C3');
  }
}
