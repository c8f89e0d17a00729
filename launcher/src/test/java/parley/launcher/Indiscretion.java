package parley.launcher;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/**
 * Somebody who puts the same word into everything that a server may be sent, right and wrong, so
 * that a log which repeats any of it is found out.
 */
final class Indiscretion {
  private static final int HANG_UPS = 100;

  /** In a form that is good for names, tokens, texts and passwords. */
  private final String word = "kanari" + UUID.randomUUID().toString().substring(0, 8);

  private final Vertx vertx;
  private final int port;
  private final List<String> tokens = new ArrayList<>();
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Indiscretion(Vertx vertx, int port) {
    this.vertx = vertx;
    this.port = port;
  }

  /** The word, and every token that the server gave. */
  List<String> secrets() {
    List<String> all = new ArrayList<>(tokens);
    all.add(word);
    return all;
  }

  /** Signs up, logs in rightly and wrongly, renews; gives an access token. */
  String useAccount() {
    HttpResponse<String> signedUp = post("/api/accounts", credentials(word + " password"));
    require(201, signedUp);
    signedUp.headers().allValues("set-cookie").forEach(this::keepCookie);
    require(401, post("/api/tokens", credentials(word + " wrong password")));
    require(401, post("/api/sessions", credentials(word + " wrong password")));
    JsonObject given = keep(post("/api/tokens", credentials(word + " password")));
    JsonObject renewal = new JsonObject().put("refreshToken", given.getString("refreshToken"));
    JsonObject renewed = keep(post("/api/tokens/refresh", renewal.put("nonce", nonce()).encode()));
    return renewed.getString("accessToken");
  }

  /** What HTTP allows to be wrong. */
  void abuseHttp(String access) {
    for (String path :
        List.of("/api/accounts", "/api/tokens", "/api/sessions/refresh", "/api/me")) {
      for (String body : bodies()) {
        post(path, body);
      }
    }
    get("/api/" + word + "?token=" + word, "X-" + word, word);
    get("/" + word + "/%00/..%2f" + word, "Accept", word);
    get("/api/me", "Authorization", "Bearer " + word);
    get("/api/me", "Authorization", "Bearer " + access + word);
    get("/api/me", "Cookie", "parley_access=" + word + "; " + word + "=" + word);
    get("/api/me", "Origin", "http://" + word + ".example");
    get("/api/me", "X-Forwarded-For", word);
    get("/eventbus/" + word + "/" + word + "/xhr", "User-Agent", word);
    get("/eventbus/websocket?access_token=" + word, "Authorization", "Basic " + word);
    raw("GET /" + word + " HTTP/9.9\r\n\r\n");
    raw(word + "\r\n\r\n");
    raw("POST /api/tokens HTTP/1.1\r\nHost: " + word + "\r\nContent-Length: " + word + "\r\n\r\n");
    raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + word.repeat(2_000) + "\r\n\r\n");
    raw("GET / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + word + "\r\n");
  }

  /** Opens sockets and is gone before they are open. */
  void hangUp(String access) {
    String handshake =
        "GET /eventbus/websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
            + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
            + "Authorization: Bearer %s\r\n\r\n".formatted(access);
    for (int i = 0; i < HANG_UPS; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setSoLinger(true, 0);
        socket.getOutputStream().write(handshake.getBytes(StandardCharsets.UTF_8));
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }

  /** A room, a message and what the bridge allows to be wrong. */
  void abuseBridge(String access) {
    try (BridgeClient socket = BridgeClient.connect(vertx, port, access)) {
      ConversationId room = Talk.createRoom(socket, word);
      Talk.listen(socket, room);
      Talk.say(socket, room, word + " \ud83d\udc26 ' \" \\ $1 %s {}");
      frames(room).forEach(socket::send);
      socket.send(Buffer.buffer(word));
      Talk.say(socket, room, word + " again");
      socket.send(word.repeat(10_000));
      socket.awaitClose();
    }
    WebSocketConnectOptions framed =
        BridgeClient.options(port)
            .setURI("/eventbus/000/" + word + "/websocket")
            .putHeader("Authorization", "Bearer " + access);
    WebSocketClient client = vertx.createWebSocketClient();
    WebSocket open = Await.get(client.connect(framed));
    open.writeTextMessage("[\"{\\\"type\\\":\\\"" + word + "\\\"}\"]");
    open.writeTextMessage(word);
    Await.get(client.close());
  }

  /** Asks for what cannot be had while servers are away. */
  void insist(String access) {
    post("/api/tokens", credentials(word + " password"));
    get("/api/me", "Authorization", "Bearer " + access);
    post("/api/accounts", credentials(word + " password").replace(word, word + "2"));
  }

  private List<String> bodies() {
    return List.of(
        word,
        "{" + word,
        "\"" + word + "\"",
        "{\"" + word + "\":\"" + word + "\"}",
        "{\"username\":\"" + word + "\",\"password\":[\"" + word + "\"]}",
        "{\"username\":{\"" + word + "\":1},\"password\":\"" + word + "\"}",
        "{\"username\":\"" + word + "\",\"password\":\"" + word + "\",\"" + word + "\":1}",
        "{\"username\":\"" + word + "\\u0000\",\"password\":\"" + word + "\\ud800\"}",
        "{\"refreshToken\":\"" + word + "\",\"nonce\":\"" + word + "\"}",
        "{\"username\":\"" + word.repeat(50) + "\",\"password\":\"" + word.repeat(5_000) + "\"}");
  }

  private List<String> frames(ConversationId room) {
    String everywhere =
        "{\"type\":\"%1$s\",\"address\":\"%2$s\",\"replyAddress\":\"%3$s\",\"%3$s\":\"%3$s\","
            + "\"headers\":{\"%3$s\":\"%3$s\",\"account\":\"%3$s\"},\"body\":%4$s}";
    String wrong = "{\"" + word + "\":\"" + word + "\"}";
    String unknownField =
        "{\"conversation\":\"%s\",\"clientId\":\"%s\",\"content\":{\"type\":\"%s\",\"text\":\"%s\"}}"
            .formatted(room, UUID.randomUUID(), word, word);
    String text = "\"" + word + "\"";
    return List.of(
        word,
        "{\"" + word,
        "[\"" + word + "\"]",
        everywhere.formatted(word, word, word, text),
        everywhere.formatted("send", word, word, wrong),
        everywhere.formatted("send", "chat.message.send", word, wrong),
        everywhere.formatted("send", "chat.message.send", word, text),
        everywhere.formatted("send", "chat.message.send", word, unknownField),
        everywhere.formatted(
            "send", "chat.room.list", word, "{\"limit\":1,\"after\":" + text + "}"),
        everywhere.formatted("send", "gateway.session.resume", word, wrong),
        everywhere.formatted("send", "persistence.message.append", word, wrong),
        everywhere.formatted("publish", Talk.address(room), word, wrong),
        everywhere.formatted("register", "conversation." + word + ".events", word, wrong),
        everywhere.formatted("unregister", word, word, wrong));
  }

  private String credentials(String password) {
    return new JsonObject().put("username", word).put("password", password).encode();
  }

  private static String nonce() {
    return UUID.randomUUID().toString();
  }

  private JsonObject keep(HttpResponse<String> answer) {
    require(200, answer);
    JsonObject given = new JsonObject(answer.body());
    tokens.add(given.getString("accessToken"));
    tokens.add(given.getString("refreshToken"));
    return given;
  }

  private void keepCookie(String header) {
    tokens.add(header.substring(header.indexOf('=') + 1, header.indexOf(';')));
  }

  private static void require(int status, HttpResponse<String> answer) {
    if (answer.statusCode() != status) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  private HttpResponse<String> post(String path, String body) {
    return exchange(
        request(path)
            .header("Content-Type", "application/json")
            .header("Origin", "http://127.0.0.1:" + port)
            .POST(BodyPublishers.ofString(body)));
  }

  private void get(String path, String header, String value) {
    exchange(request(path).header(header, value).GET());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(15));
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Sends bytes and reads until the server has had enough. */
  private void raw(String bytes) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(2_000);
      socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      socket.getInputStream().readAllBytes();
    } catch (IOException ended) {
      // However the server ends it: what counts is what it prints.
      return;
    }
  }
}
