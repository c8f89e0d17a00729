package parley.config;

import java.util.Locale;

/**
 * One setting as the reference page shows it.
 *
 * @param name dotted, camel case, such as {@code gateway.accessTtl}
 * @param shape what a value looks like, with bounds
 * @param fallback the default as it would be written
 * @param sentence what it decides
 */
public record ConfigKey(String name, String shape, String fallback, String sentence) {
  /** {@code PARLEY_} and the name in upper snake case. */
  public String variable() {
    return "PARLEY_"
        + name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
