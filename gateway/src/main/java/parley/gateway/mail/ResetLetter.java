package parley.gateway.mail;

import java.net.URI;

/** How a letter about a forgotten password is worded. */
final class ResetLetter {
  static final String SUBJECT = "A new password for Parley";

  private ResetLetter() {}

  /** The secret stands behind the #, so that no server on the way sees it when it is followed. */
  static String text(String username, URI page, String secret) {
    String root = page.toString().replaceAll("/+$", "");
    return """
    Somebody asked for a new password for @%s at %s.

    If it was you, open this page within 24 hours and choose one:

    %s/#/reset/%s

    It works once. If it was not you, do nothing: your password stays as it is.
    """
        .formatted(username, root, root, secret);
  }
}
