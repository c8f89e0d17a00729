package parley.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
  private final ClientAddress addresses =
      new ClientAddress(List.of(network("10.0.0.0/8"), network("fd00::/8")));

  @ParameterizedTest
  @CsvSource({
    // peer, X-Forwarded-For, client
    "203.0.113.5, '', 203.0.113.5",
    "203.0.113.5, '198.51.100.1', 203.0.113.5",
    "10.0.0.1, '', 10.0.0.1",
    "10.0.0.1, '198.51.100.1', 198.51.100.1",
    "10.0.0.1, '192.0.2.66, 198.51.100.1', 198.51.100.1",
    "10.0.0.1, '198.51.100.1, 10.0.0.2', 198.51.100.1",
    "10.0.0.1, 'nonsense', 10.0.0.1",
    "10.0.0.1, '198.51.100.1, nonsense', 10.0.0.1",
    "10.0.0.1, 'localhost', 10.0.0.1",
    "10.0.0.1, '198.51.100.1:4711', 198.51.100.1",
    "fd00::1, '[2001:db8::1]:4711', 2001:db8::1",
    "fd00::1, '2001:db8::1', 2001:db8::1",
  })
  void believesOnlyWhatTrustedProxiesWrote(String peer, String forwarded, String client) {
    List<String> headers = forwarded.isEmpty() ? List.of() : List.of(forwarded);

    assertEquals(address(client), addresses.of(address(peer), headers));
  }

  @Test
  void readsSeveralHeadersAsOne() {
    assertEquals(
        address("198.51.100.1"),
        addresses.of(address("10.0.0.1"), List.of("192.0.2.66", "198.51.100.1, 10.0.0.3")));
  }

  @Test
  void givesUpOnAnEndlessChain() {
    List<String> chain = List.of("192.0.2.66" + ", 10.0.0.7".repeat(1_000));

    assertEquals(address("10.0.0.7"), addresses.of(address("10.0.0.1"), chain));
  }

  private static InetAddress address(String text) {
    return Network.literal(text).orElseThrow();
  }

  private static Network network(String text) {
    return Network.parse(text).orElseThrow();
  }
}
