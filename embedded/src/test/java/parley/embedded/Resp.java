package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;

/**
 * One command to an embedded Redis over a plain socket; answers with the last line of the reply.
 */
final class Resp {
  private Resp() {}

  static String ask(String uri, String command) throws IOException {
    URI parts = URI.create(uri);
    String login = "AUTH " + parts.getUserInfo().substring(1) + "\r\n";
    return raw(parts.getPort(), login + command + "\r\nPING\r\n");
  }

  static String withoutPassword(int port, String command) throws IOException {
    return raw(port, command + "\r\nPING\r\n");
  }

  private static String raw(int port, String commands) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(commands.getBytes(UTF_8));
      BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      String previous = "";
      String line = in.readLine();
      while (!line.equals("+PONG") && !line.equals("-NOAUTH Authentication required.")) {
        previous = line;
        line = in.readLine();
      }
      return line.startsWith("-") ? line : previous;
    }
  }
}
