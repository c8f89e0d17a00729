package parley.contract;

import java.util.regex.Pattern;

/**
 * A fact told to every process that listens, or to one of them by name, at most once and without an
 * answer. It may be lost: whoever relies on it also asks from time to time. Signals never reach
 * browsers.
 *
 * @param <E> the record that travels
 */
public record Signal<E>(String address, String summary, Class<E> event) {
  private static final Pattern ADDRESS = Pattern.compile("[a-z]+\\.[a-z]+");

  public Signal {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("not a signal's address: " + address);
    }
  }
}
