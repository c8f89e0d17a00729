package parley.embedded;

/**
 * An embedded server, or its data folder, cannot be used. The message is one sentence for the
 * person who started the program, followed by the last lines of the server's log where there are
 * any.
 */
public class EmbeddedServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedServerException(String message) {
    super(message);
  }

  EmbeddedServerException(String message, Throwable cause) {
    super(message, cause);
  }
}
