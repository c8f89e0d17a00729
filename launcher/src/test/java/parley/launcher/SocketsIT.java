package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.http.WebSocketFrame;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.CloseCode;
import parley.contract.Json;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * How sockets live and end: pings, silence, slow readers, the SockJS frame, who may not open one.
 */
class SocketsIT {
  private static final int SILENCE_S = 3;
  private static final int CAP = 65_536;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static WebSocketClient webSockets;
  private static NetClient plainSockets;

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_BRIDGE_PING_PERIOD", "1s",
                "PARLEY_BRIDGE_SILENCE", SILENCE_S + "s",
                "PARLEY_BRIDGE_OUTBOUND_CAP", "" + CAP,
                "PARLEY_BRIDGE_SOCKETS_PER_ACCOUNT", "5",
                "PARLEY_BRIDGE_REQUEST_BURST", "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND", "100000"));
    ada = parley.signUp("ada");
    webSockets = parley.people.createWebSocketClient();
    plainSockets = parley.people.createNetClient();
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void pingsAnIdleClientAndKeepsItWhileItAnswers() {
    AtomicInteger pings = new AtomicInteger();
    WebSocket socket =
        Await.get(
            webSockets
                .connect(authorised("/eventbus/websocket"))
                .map(open -> open.frameHandler(frame -> count(frame, pings))));
    Await.until("pinged beyond the silence allowed", () -> pings.get() > SILENCE_S + 2);
    assertFalse(socket.isClosed());
    Await.get(socket.close());
  }

  @Test
  void cutsOffAClientThatSaysNothingMore() {
    AtomicBoolean closed = new AtomicBoolean();
    NetSocket frozen = Await.get(plainSockets.connect(parley.port(), "127.0.0.1"));
    frozen.closeHandler(gone -> closed.set(true));
    frozen.handler(bytes -> {});
    Await.get(frozen.write(upgrade()));
    Await.until("counted", () -> sockets() >= 1);
    Await.until("cut off", Duration.ofSeconds(3 * SILENCE_S), closed::get);
    Await.until("forgotten", () -> sockets() == 0);
  }

  @Test
  void closesAClientThatDoesNotReadAndTellsItToResume() {
    try (BridgeClient adas = connect();
        BridgeClient slow = connect()) {
      ConversationId room = Talk.createRoom(adas, "Slow readers");
      Talk.listen(slow, room);
      Talk.listen(adas, room);
      slow.pause();
      double before = Metrics.read(parley, "gateway_sockets_slow_total");
      String text = "x".repeat(4_000);
      for (int sent = 0; Metrics.read(parley, "gateway_sockets_slow_total") == before; sent++) {
        assertTrue(sent < 5_000, "never found too slow");
        Talk.say(adas, room, text);
        slow.send("{\"type\":\"ping\"}"); // or it would count as silent on a busy machine
      }
      assertFalse(adas.isClosed(), "who reads is not disturbed");
      slow.resume();
      assertEquals(CloseCode.TOO_SLOW.number(), slow.awaitClose());
    }
  }

  @Test
  void speaksTheFrameOfSockJs() {
    List<String> frames = new CopyOnWriteArrayList<>();
    WebSocket socket =
        Await.get(
            webSockets
                .connect(authorised("/eventbus/123/abcd1234/websocket"))
                .map(open -> open.textMessageHandler(frames::add)));
    Await.until("opened", () -> frames.contains("o"));
    try (BridgeClient adas = connect()) {
      ConversationId room = Talk.createRoom(adas, "Framed");
      JsonObject register =
          new JsonObject().put("type", "register").put("address", Talk.address(room));
      socket.writeTextMessage(new JsonArray().add(register.encode()).encode());
      Await.until("the head", () -> said(frames, "through"));
      Talk.say(adas, room, "in a frame");
      Await.until("the message", () -> said(frames, "in a frame"));
      JsonObject ask =
          new JsonObject()
              .put("type", "send")
              .put("address", "chat.message.send")
              .put("replyAddress", "framed-reply")
              .put("body", new JsonObject(Json.encode(Talk.message(room, "from a frame"))));
      socket.writeTextMessage(new JsonArray().add(ask.encode()).encode());
      Await.until("the reply", () -> said(frames, "framed-reply"));
    }
    Await.get(socket.close());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/eventbus/websocket", "/eventbus/123/empty123/websocket"})
  void closesASocketWhoseMessageBeginsWithNothing(String path) {
    AtomicInteger code = new AtomicInteger();
    WebSocket socket =
        Await.get(
            webSockets
                .connect(authorised(path))
                .map(open -> open.closeHandler(gone -> code.set(open.closeStatusCode()))));
    socket.writeFrame(WebSocketFrame.textFrame("", false));
    socket.writeFrame(WebSocketFrame.continuationFrame(Buffer.buffer("[]"), true));
    Await.until("closed", () -> code.get() == CloseCode.BAD_FRAME.number());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/eventbus/123/abcd/xhr",
        "/eventbus/123/abcd/xhr_streaming",
        "/eventbus/123/abcd/eventsource",
        "/eventbus/123/abcd/htmlfile?c=x",
        "/eventbus/123/abcd/jsonp?c=x",
        "/eventbus/iframe.html",
        "/eventbus/iframe-1.html",
        "/eventbus/chunking_test",
        "/eventbus/",
        "/eventbus"
      })
  void servesNoOtherTransport(String path) {
    for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST)) {
      int status =
          Person.call(parley.people, parley.port(), method, path, null, ada.accessToken()).status();
      assertTrue(status == 404 || status == 405, method + " " + path + ": " + status);
    }
  }

  @Test
  void refusesAForeignPage() {
    WebSocketConnectOptions foreign =
        authorised("/eventbus/websocket").putHeader("Origin", "https://evil.example");
    assertThrows(RuntimeException.class, () -> BridgeClient.connect(parley.people, foreign));
  }

  @Test
  void boundsTheSocketsOfAnAccount() {
    Person many = parley.signUp("manysockets");
    List<BridgeClient> five =
        BridgeClient.connectMany(parley.people, parley.port(), many.accessToken(), 5);
    BridgeClient sixth = many.connect(parley.people, parley.port());
    assertEquals(CloseCode.TOO_MANY_SOCKETS.number(), sixth.awaitClose());
    List<String> framed = new CopyOnWriteArrayList<>();
    WebSocketConnectOptions options =
        BridgeClient.options(parley.port())
            .setURI("/eventbus/123/seventh1/websocket")
            .putHeader("Authorization", "Bearer " + many.accessToken());
    Await.get(webSockets.connect(options).map(open -> open.textMessageHandler(framed::add)));
    Await.until(
        "the frame of SockJS says why",
        () -> framed.stream().anyMatch(frame -> frame.startsWith("c[4011,")));
    five.get(0).close();
    Await.until(
        "one may be opened again",
        () -> {
          BridgeClient next = many.connect(parley.people, parley.port());
          boolean usable = answers(next);
          next.close();
          return usable;
        });
    five.subList(1, 5).forEach(BridgeClient::close);
  }

  private static boolean answers(BridgeClient client) {
    try {
      Talk.createRoom(client, "Usable " + System.nanoTime());
      return true;
    } catch (AssertionError closed) {
      return false;
    }
  }

  private static BridgeClient connect() {
    return ada.connect(parley.people, parley.port());
  }

  private static WebSocketConnectOptions authorised(String path) {
    return BridgeClient.options(parley.port())
        .setURI(path)
        .putHeader("Authorization", "Bearer " + ada.accessToken());
  }

  private static void count(WebSocketFrame frame, AtomicInteger pings) {
    if (frame.isPing()) {
      pings.incrementAndGet();
    }
  }

  private static boolean said(List<String> frames, String text) {
    return frames.stream().anyMatch(frame -> frame.startsWith("a[") && frame.contains(text));
  }

  private static double sockets() {
    return Metrics.read(parley, "gateway_sockets_open");
  }

  /** A handshake by hand: nothing answers the pings that follow. */
  private static String upgrade() {
    return String.join(
        "\r\n",
        "GET /eventbus/websocket HTTP/1.1",
        "Host: 127.0.0.1:" + parley.port(),
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        "Authorization: Bearer " + ada.accessToken(),
        "",
        "");
  }
}
