package parley.persistence.feed;

import java.util.Locale;

/** Constants as the tables write them: the name in lower case. */
public final class Labels {
  private Labels() {}

  /** As it stands in a row. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The constant that a row names. */
  public static <E extends Enum<E>> E read(Class<E> type, String label) {
    return Enum.valueOf(type, label.toUpperCase(Locale.ROOT));
  }
}
