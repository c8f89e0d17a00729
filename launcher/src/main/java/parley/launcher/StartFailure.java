package parley.launcher;

import java.util.List;

/** Why the process does not start, in lines for the person who started it. */
final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartFailure(String line) {
    super(line, null, false, false);
  }

  StartFailure(List<String> lines) {
    this(String.join(System.lineSeparator(), lines));
  }
}
