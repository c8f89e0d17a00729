package parley.gateway.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parley.contract.Doc;
import parley.gateway.http.Refusal;

/** Who may sign up. */
@Doc("Who may sign up.")
public enum SignUpPolicy {
  /** Everybody. */
  @JsonProperty("open")
  OPEN,
  /** Whoever has an invitation. */
  @JsonProperty("invite")
  INVITE,
  /** Nobody. */
  @JsonProperty("closed")
  CLOSED;

  /**
   * The code that must admit a sign-up; null if none is needed. 403 where nobody may sign up or the
   * code is none, 422 if it is missing.
   */
  String inviteOf(SignUp request) {
    return switch (this) {
      case OPEN -> null;
      case INVITE -> code(request.invite());
      case CLOSED -> throw Refusal.forbidden("Signing up is closed here.");
    };
  }

  private static String code(String invite) {
    if (invite == null || invite.isBlank()) {
      throw Refusal.invalid("invite");
    }
    if (!Secrets.mayBe(invite.strip())) {
      throw Refusal.forbidden("The invitation is not, or no longer, good.");
    }
    return invite.strip();
  }

  /** The policy of that name in lower case, if there is one. */
  static Optional<SignUpPolicy> named(String name) {
    return Arrays.stream(values())
        .filter(policy -> policy.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst();
  }
}
