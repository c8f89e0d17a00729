package parley.gateway.api;

import parley.config.ConfigReader;
import parley.gateway.account.SignUpConfig;
import parley.gateway.http.HttpConfig;
import parley.gateway.mail.MailConfig;
import parley.gateway.password.PasswordConfig;
import parley.gateway.redis.RedisConfig;
import parley.gateway.session.SessionConfig;
import parley.gateway.throttle.ThrottleConfig;

/** All settings of the HTTP side. */
public record ApiConfig(
    HttpConfig http,
    SignUpConfig signUp,
    SessionConfig session,
    PasswordConfig password,
    ThrottleConfig throttle,
    RedisConfig redis,
    MailConfig mail) {

  /** Reads the settings; what is wrong is noted in the reader. */
  public static ApiConfig from(ConfigReader in) {
    ApiConfig config =
        new ApiConfig(
            HttpConfig.from(in),
            SignUpConfig.from(in),
            SessionConfig.from(in),
            PasswordConfig.from(in),
            ThrottleConfig.from(in),
            RedisConfig.from(in),
            MailConfig.from(in));
    if (config.mail().sends() && config.http().publicUrl().isEmpty()) {
      in.refuse("mail.host: publicUrl must be set, too: a letter has to name the page");
    }
    return config;
  }
}
