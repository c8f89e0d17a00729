package parley.gateway.session;

/** The signing keys cannot be used; the message says why to the person who keeps them. */
public final class SigningKeysException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SigningKeysException(String message) {
    super(message);
  }

  SigningKeysException(String message, Throwable cause) {
    super(message, cause);
  }
}
