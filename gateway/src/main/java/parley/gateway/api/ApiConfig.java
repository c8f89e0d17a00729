package parley.gateway.api;

import parley.config.ConfigReader;
import parley.gateway.account.SignUpConfig;
import parley.gateway.http.HttpConfig;
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
    RedisConfig redis) {

  /** Reads the settings; what is wrong is noted in the reader. */
  public static ApiConfig from(ConfigReader in) {
    return new ApiConfig(
        HttpConfig.from(in),
        SignUpConfig.from(in),
        SessionConfig.from(in),
        PasswordConfig.from(in),
        ThrottleConfig.from(in),
        RedisConfig.from(in));
  }
}
