package parley.testkit.bridge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * A raw socket of the bridge whose cable is pulled as soon as it is open: the connection stands,
 * but nothing is read from it and no ping is answered.
 */
public final class CutSocket implements AutoCloseable {
  private static final int PATIENCE_MS = 15_000;
  private static final String END_OF_HEADERS = "\r\n\r\n";

  private final Socket socket;

  private CutSocket(Socket socket) {
    this.socket = socket;
  }

  /** Opens it; returns when the server has agreed. */
  public static CutSocket open(int port, String accessToken) {
    String request =
        String.join(
            "\r\n",
            "GET /eventbus/websocket HTTP/1.1",
            "Host: 127.0.0.1:" + port,
            "Authorization: Bearer " + accessToken,
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==");
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write((request + END_OF_HEADERS).getBytes(US_ASCII));
      String answer = headers(socket.getInputStream());
      if (!answer.startsWith("HTTP/1.1 101 ")) {
        socket.close();
        throw new AssertionError("not upgraded: " + answer.lines().findFirst().orElse(""));
      }
      return new CutSocket(socket);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Ends the connection after all. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String headers(InputStream in) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(END_OF_HEADERS) < 0) {
      int next = in.read();
      if (next < 0) {
        break;
      }
      read.append((char) next);
    }
    return read.toString();
  }
}
