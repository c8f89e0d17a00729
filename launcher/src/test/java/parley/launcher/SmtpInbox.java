package parley.launcher;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.core.parsetools.RecordParser;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import parley.testkit.bridge.Await;

/** A small SMTP server (RFC 5321, without TLS and log-in) that keeps every letter it is handed. */
final class SmtpInbox {
  /** A letter as it arrived: to whom, and its lines. */
  record Letter(String to, String content) {}

  private final NetServer server;
  private final List<Letter> letters = new CopyOnWriteArrayList<>();

  SmtpInbox(Vertx vertx) {
    server = vertx.createNetServer().connectHandler(socket -> new Talk(socket).begin());
    Await.get(server.listen(0, "127.0.0.1"));
  }

  int port() {
    return server.actualPort();
  }

  List<Letter> letters() {
    return letters;
  }

  /** One client. */
  private final class Talk {
    private final NetSocket socket;
    private StringBuilder content;
    private String to = "";

    private Talk(NetSocket socket) {
      this.socket = socket;
    }

    private void begin() {
      socket.handler(RecordParser.newDelimited("\r\n", this::line));
      say("220 inbox ready");
    }

    private void line(Buffer received) {
      String line = received.toString();
      if (content == null) {
        command(line);
      } else if (line.equals(".")) {
        letters.add(new Letter(to, content.toString()));
        content = null;
        say("250 kept");
      } else {
        content.append(line.startsWith("..") ? line.substring(1) : line).append('\n');
      }
    }

    private void command(String line) {
      switch (line.split("[ :]", 2)[0].toUpperCase()) {
        case "EHLO" -> say("250 inbox");
        case "RCPT" -> {
          to = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
          say("250 ok");
        }
        case "DATA" -> {
          content = new StringBuilder();
          say("354 go on");
        }
        case "QUIT" -> say("221 bye");
        default -> say("250 ok");
      }
    }

    private void say(String line) {
      socket.write(line + "\r\n");
    }
  }
}
