package parley.launcher.delivery;

import java.util.List;
import java.util.stream.Stream;

/**
 * What one client wrote down.
 *
 * @param name its user name
 * @param account its account
 * @param entries in the order of writing
 */
record Told(String name, String account, List<Entry> entries) {
  /** The entries of one kind. */
  <E extends Entry> Stream<E> all(Class<E> kind) {
    return entries.stream().filter(kind::isInstance).map(kind::cast);
  }
}
