package parley.launcher.fuzz;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/**
 * A socket that sends what the grammar makes, and judges all that comes back. Opens anew when the
 * server has closed it. Used by one thread.
 */
final class FuzzSocket {
  private static final int REMEMBERED = 60;
  private static final String PROBE =
      "{\"type\":\"send\",\"address\":\"chat.room.list\",\"replyAddress\":\"%s\",\"body\":{\"limit\":1}}";

  private final WebSocketClient client;
  private final WebSocketConnectOptions options;
  private final boolean framed;
  private final FrameGrammar grammar;
  private final Deque<String> sent = new ArrayDeque<>();
  private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();
  private WebSocket socket;
  private volatile String answered = "";
  private volatile boolean closed;
  private String probe = "";
  private int probes;

  FuzzSocket(Vertx vertx, int port, String token, boolean framed, FrameGrammar grammar) {
    this.client = vertx.createWebSocketClient();
    this.framed = framed;
    this.grammar = grammar;
    this.options =
        BridgeClient.options(port)
            .setURI(framed ? "/eventbus/123/fuzzfuzz/websocket" : "/eventbus/websocket")
            .putHeader("Authorization", "Bearer " + token);
  }

  /** Sends some frames, then a right request; opens before that if need be. */
  void send(int frames) {
    if (socket == null || closed) {
      open();
    }
    for (int i = 0; i < frames && !closed; i++) {
      send(grammar.frame(), grammar.brokenEnvelope());
    }
    probe = "probe-" + ++probes;
    write(wrap(String.format(PROBE, probe)), false, List.of());
  }

  /** The right request is answered, or the socket is closed. */
  void awaitAnswer() {
    Await.until("answer to a right request after " + sent, () -> closed || answered.equals(probe));
  }

  /** What was wrong with what came back, with what was sent before. */
  String wrong() {
    String wrong = wrongs.poll();
    return wrong == null ? null : wrong + "\nafter " + sent;
  }

  void close() {
    if (socket != null) {
      Await.get(socket.close().otherwiseEmpty());
      socket = null;
    }
    Await.get(client.close().otherwiseEmpty());
  }

  private void open() {
    closed = false;
    answered = "";
    sent.clear();
    socket = Await.get(client.connect(options).map(this::listening));
  }

  private WebSocket listening(WebSocket opened) {
    opened.textMessageHandler(this::received);
    opened.binaryMessageHandler(bytes -> received(bytes.toString()));
    opened.exceptionHandler(broken -> {});
    opened.closeHandler(
        gone -> {
          closed = true;
          if (opened.closeStatusCode() == null) {
            wrongs.add("closed without a code");
          } else {
            note(
                framed
                    ? Oracle.judgeFramedClose(opened.closeStatusCode())
                    : Oracle.judgeClose(opened.closeStatusCode()));
          }
        });
    return opened;
  }

  private void received(String message) {
    note(framed ? Oracle.judgeFramed(message) : Oracle.judge(message));
    if (message.contains(probe) && !probe.isEmpty()) {
      answered = probe;
    }
  }

  private void note(String wrong) {
    if (wrong != null) {
      wrongs.add(wrong);
    }
  }

  private void send(String frame, boolean broken) {
    String message = broken ? grammar.brokenEnvelope(wrap(frame)) : wrap(frame);
    remember(message);
    write(message, grammar.binary(), grammar.cuts(message.length()));
  }

  private String wrap(String frame) {
    return framed ? new JsonArray().add(frame).encode() : frame;
  }

  private void remember(String message) {
    sent.add(message.length() > 500 ? message.substring(0, 500) + "…" : message);
    if (sent.size() > REMEMBERED) {
      sent.remove();
    }
  }

  /** As one frame, or as a first one and continuations. */
  private void write(String message, boolean binary, List<Integer> cuts) {
    int from = 0;
    for (int i = 0; i <= cuts.size(); i++) {
      int to = i < cuts.size() ? cuts.get(i) : message.length();
      String piece = message.substring(from, to);
      socket.writeFrame(frame(piece, binary, i == 0, i == cuts.size())).onFailure(gone -> {});
      from = to;
    }
  }

  private static WebSocketFrame frame(String piece, boolean binary, boolean first, boolean last) {
    if (!first) {
      return WebSocketFrame.continuationFrame(Buffer.buffer(piece), last);
    }
    return binary
        ? WebSocketFrame.binaryFrame(Buffer.buffer(piece), last)
        : WebSocketFrame.textFrame(piece, last);
  }
}
