package parley.gateway.throttle;

import java.time.Duration;
import parley.config.ConfigReader;

/**
 * How often somebody may try.
 *
 * @param logIn per user name and network of the client
 * @param account log-ins per user name from anywhere; slow, against many networks at once
 * @param signUp per network of the client
 * @param refresh per network of the client
 * @param avatar new pictures, per account
 * @param reset help with forgotten passwords, per network of the client and per name or address
 */
public record ThrottleConfig(
    Allowance logIn,
    Allowance account,
    Allowance signUp,
    Allowance refresh,
    Allowance reset,
    Allowance avatar) {
  private static final int MOST = 1_000_000;

  /** Reads the settings; what is wrong is noted in the reader. */
  public static ThrottleConfig from(ConfigReader in) {
    return new ThrottleConfig(
        allowance(in, "logIn", 10, Duration.ofSeconds(20), "log-ins per user name and network"),
        allowance(in, "account", 100, Duration.ofSeconds(36), "log-ins per user name"),
        allowance(in, "signUp", 20, Duration.ofMinutes(2), "sign-ups per network"),
        allowance(in, "refresh", 300, Duration.ofMillis(100), "refreshed sessions per network"),
        allowance(
            in,
            "reset",
            5,
            Duration.ofMinutes(5),
            "questions about forgotten passwords per network, and per name"),
        allowance(in, "avatar", 20, Duration.ofMinutes(1), "new pictures of an account"));
  }

  private static Allowance allowance(
      ConfigReader in, String name, int burst, Duration every, String what) {
    return new Allowance(
        in.integer("throttle." + name + "Burst", burst, 1, MOST, "How many " + what + " at once."),
        in.duration(
            "throttle." + name + "Every",
            every,
            Duration.ofMillis(1),
            Duration.ofDays(1),
            "After how long one more of the " + what + " is allowed."));
  }
}
