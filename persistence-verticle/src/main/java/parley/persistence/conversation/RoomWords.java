package parley.persistence.conversation;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words of a room's name in the form that is searched: without case, width and punctuation. */
final class RoomWords {
  // Symbols are words too, or a room named by an emoji could not be found.
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}]+");

  private RoomWords() {}

  /** The words of a text, each once; none if it has neither letters nor digits nor symbols. */
  static List<String> of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return BETWEEN_WORDS.splitAsStream(plain).filter(word -> !word.isEmpty()).distinct().toList();
  }

  /**
   * A tsquery for names in which every word of {@code text} begins a word; empty if it has none.
   */
  static String prefixQuery(String text) {
    // Words hold no quote and no backslash: nothing needs to be escaped.
    return of(text).stream().map(word -> "'" + word + "':*").collect(Collectors.joining(" & "));
  }
}
