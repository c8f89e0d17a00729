package parley.gateway.account;

import java.util.Optional;
import parley.config.ConfigReader;

/**
 * How accounts come to be.
 *
 * @param policy who may sign up
 */
public record SignUpConfig(SignUpPolicy policy) {

  /** Reads the settings; what is wrong is noted in the reader. */
  public static SignUpConfig from(ConfigReader in) {
    String name =
        in.text(
            "signUp.policy",
            "open",
            "Who may sign up: open (everybody), invite (with a code by an administrator) or"
                + " closed.");
    Optional<SignUpPolicy> policy = SignUpPolicy.named(name);
    if (policy.isEmpty()) {
      in.refuse("signUp.policy: must be open, invite or closed");
    }
    return new SignUpConfig(policy.orElse(SignUpPolicy.CLOSED));
  }
}
