package parley.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.config.ConfigReader;

class HttpConfigTest {
  @Test
  void knowsNothingByDefault() {
    ConfigReader in = new ConfigReader(Map.of(), Map.of());

    assertEquals(HttpConfig.local(), HttpConfig.from(in));
    assertEquals(List.of(), in.problems());
  }

  @Test
  void readsWhatIsSet() {
    ConfigReader in =
        new ConfigReader(
            Map.of(
                "PARLEY_PUBLIC_URL", "https://chat.example/",
                "PARLEY_TRUSTED_PROXIES", "10.0.0.0/8, ::1",
                "PARLEY_ALLOWED_ORIGINS", "https://a.example,http://b.example:81"),
            Map.of());

    HttpConfig config = HttpConfig.from(in);

    assertEquals(List.of(), in.problems());
    assertTrue(config.secure());
    assertEquals("https://chat.example", config.publicOrigin().orElseThrow().toString());
    assertEquals(2, config.trustedProxies().size());
    assertEquals(2, config.allowedOrigins().size());
  }

  @Test
  void isNotSecureWithoutTls() {
    ConfigReader in =
        new ConfigReader(Map.of("PARLEY_PUBLIC_URL", "http://chat.example"), Map.of());

    assertFalse(HttpConfig.from(in).secure());
  }

  @ParameterizedTest
  @CsvSource({
    "PARLEY_PUBLIC_URL, https://chat.example/sub",
    "PARLEY_PUBLIC_URL, https://chat.example?x",
    "PARLEY_PUBLIC_URL, ftp://chat.example",
    "PARLEY_TRUSTED_PROXIES, proxy.example",
    "PARLEY_ALLOWED_ORIGINS, chat.example",
  })
  void refusesWhatCannotBeMeant(String variable, String value) {
    ConfigReader in = new ConfigReader(Map.of(variable, value), Map.of());

    HttpConfig.from(in);

    assertEquals(1, in.problems().size(), in.problems().toString());
  }
}
