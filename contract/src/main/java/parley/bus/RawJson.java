package parley.bus;

/**
 * A message whose name this process does not know, from an extension or a newer release: kept as it
 * came, so that it can be passed on.
 */
public record RawJson(String name, String json) {
  /** Leaves the content out: it may hold message text. */
  @Override
  public String toString() {
    return "RawJson[" + name + "]";
  }
}
