package parley.config;

/** A value that must not be seen: {@link #toString()} prints stars. */
public record Secret(String value) {
  /** True if there is none. */
  public boolean isEmpty() {
    return value.isEmpty();
  }

  @Override
  public String toString() {
    return "***";
  }
}
