package parley.testkit.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;

/** Empties one logical database; three commands do not need a client library. */
final class RedisFlush {
  private static final int TIMEOUT_MS = 5_000;

  private RedisFlush() {}

  static void of(String uri) {
    URI parts = URI.create(uri);
    String commands =
        "AUTH %s\r\nSELECT %s\r\nFLUSHDB\r\n"
            .formatted(parts.getUserInfo().substring(1), parts.getPath().substring(1));
    try (Socket socket = new Socket("127.0.0.1", parts.getPort())) {
      socket.setSoTimeout(TIMEOUT_MS);
      socket.getOutputStream().write(commands.getBytes(US_ASCII));
      BufferedReader in =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
      for (int reply = 0; reply < 3; reply++) {
        require(in.readLine());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The test's Redis does not answer.", e);
    }
  }

  private static void require(String reply) {
    if (!"+OK".equals(reply)) {
      throw new IllegalStateException("The test's Redis refused to be emptied: " + reply);
    }
  }
}
