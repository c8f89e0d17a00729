package parley.testkit.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RedisExtensionIT {
  @RegisterExtension static final RedisExtension FIRST = RedisExtension.shared();
  @RegisterExtension static final RedisExtension SECOND = RedisExtension.shared();
  @RegisterExtension static final RedisExtension OWN = RedisExtension.dedicated();

  @Test
  void sharesOneServerButNoKeys() throws IOException {
    assertEquals(FIRST.pid(), SECOND.pid());
    assertNotEquals(FIRST.uri(), SECOND.uri());
    ask(FIRST.uri(), "SET a 1");
    assertEquals(":1", ask(FIRST.uri(), "EXISTS a"));
    assertEquals(":0", ask(SECOND.uri(), "EXISTS a"));
    SECOND.flush();
    assertEquals(":1", ask(FIRST.uri(), "EXISTS a"));
    FIRST.flush();
    assertEquals(":0", ask(FIRST.uri(), "EXISTS a"));
  }

  @Test
  void comesBackOnTheSameAddressAfterACrash() throws IOException {
    String before = OWN.uri();
    OWN.crash();
    assertThrows(IOException.class, () -> ask(before, "EXISTS a"));
    OWN.restart();
    assertEquals(before, OWN.uri());
    assertEquals(":0", ask(before, "EXISTS a"));
  }

  @Test
  void refusesToCrashWhatOthersShare() {
    assertThrows(IllegalStateException.class, FIRST::crash);
    assertThrows(IllegalStateException.class, FIRST::restart);
  }

  private static String ask(String address, String command) throws IOException {
    URI uri = URI.create(address);
    try (Socket socket = new Socket("127.0.0.1", uri.getPort())) {
      socket.setSoTimeout(5_000);
      String login = "AUTH " + uri.getUserInfo().substring(1) + "\r\n";
      String select = "SELECT " + uri.getPath().substring(1) + "\r\n";
      socket.getOutputStream().write((login + select + command + "\r\n").getBytes(US_ASCII));
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      assertEquals("+OK", in.readLine());
      assertEquals("+OK", in.readLine());
      return in.readLine();
    }
  }
}
