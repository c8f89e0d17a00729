package parley.testkit.bridge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.Operation;
import parley.contract.feed.Range;

/** One raw socket of the bridge. Everything that arrives is kept, in order. */
public final class BridgeClient implements AutoCloseable {
  private static final int LARGEST_FRAME = 1 << 20;
  private static final int AT_ONCE = 100;
  private static final int LAST_SHOWN = 3;
  private static final int LONGEST_SHOWN = 300;

  /** Held, because a client that nobody holds is collected, and closes its sockets then. */
  private final WebSocketClient client;

  private final WebSocket socket;
  private final List<JsonObject> frames = new CopyOnWriteArrayList<>();
  private final AtomicInteger replies = new AtomicInteger();
  private volatile Integer closeCode;

  private BridgeClient(WebSocketClient client, WebSocket socket) {
    this.client = client;
    this.socket = socket;
    socket.binaryMessageHandler(bytes -> frames.add(new JsonObject(bytes)));
    socket.textMessageHandler(text -> frames.add(new JsonObject(text)));
    socket.exceptionHandler(broken -> {});
    socket.closeHandler(closed -> closeCode = Objects.requireNonNullElse(codeOf(socket), 1006));
  }

  /** A client that takes frames as large as docs/delivery.md says that they may be. */
  public static WebSocketClientOptions clientOptions() {
    return new WebSocketClientOptions()
        .setMaxFrameSize(LARGEST_FRAME)
        .setMaxMessageSize(LARGEST_FRAME);
  }

  /** Opens a socket with a bearer token. */
  public static BridgeClient connect(Vertx vertx, int port, String accessToken) {
    WebSocketConnectOptions options =
        options(port).putHeader("Authorization", "Bearer " + accessToken);
    return connect(vertx, options);
  }

  /** Opens a socket as described; a refused upgrade throws. */
  public static BridgeClient connect(Vertx vertx, WebSocketConnectOptions options) {
    WebSocketClient client = vertx.createWebSocketClient(clientOptions());
    return Await.get(client.connect(options).map(socket -> new BridgeClient(client, socket)));
  }

  /** Opens several sockets with one bearer token, {@value #AT_ONCE} at a time. */
  public static List<BridgeClient> connectMany(
      Vertx vertx, int port, String accessToken, int count) {
    WebSocketClient client = vertx.createWebSocketClient(clientOptions().setMaxConnections(count));
    WebSocketConnectOptions options =
        options(port).putHeader("Authorization", "Bearer " + accessToken);
    List<BridgeClient> open = new ArrayList<>();
    while (open.size() < count) {
      List<Future<BridgeClient>> opening = new ArrayList<>();
      for (int i = open.size(); i < Math.min(count, open.size() + AT_ONCE); i++) {
        opening.add(client.connect(options).map(socket -> new BridgeClient(client, socket)));
      }
      open.addAll(Await.get(Future.all(opening).map(all -> all.<BridgeClient>list())));
    }
    return open;
  }

  /** The raw endpoint on this machine. */
  public static WebSocketConnectOptions options(int port) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(port)
        .setURI("/eventbus/websocket");
  }

  /** Asks and waits for the answer; a refusal throws {@link Refused}. */
  public <Q, A> A ask(Operation<Q, A> operation, Q request) {
    return Json.decodeLeniently(
        ask(operation.address(), new JsonObject(Json.encode(request))).encode(), operation.reply());
  }

  /** As above, with a body that need not be right. */
  public JsonObject ask(String address, Object body) {
    return answer(post(address, body));
  }

  /** As above, with a body as it is written, right or not. */
  public JsonObject askInJson(String address, String body) {
    String reply = "reply-" + replies.incrementAndGet();
    send(
        String.format(
            "{\"type\":\"send\",\"address\":\"%s\",\"replyAddress\":\"%s\",\"body\":%s}",
            address, reply, body));
    return answer(reply);
  }

  /** Waits for the answer to what was posted; a refusal throws {@link Refused}. */
  public JsonObject answer(String reply) {
    JsonObject answer = next(frame -> reply.equals(frame.getString("address")));
    if (answer.getString("type").equals("err")) {
      throw refusal(answer);
    }
    return answer.getJsonObject("body");
  }

  /** As below, with a request. */
  public <Q> String post(Operation<Q, ?> operation, Q request) {
    return post(operation.address(), new JsonObject(Json.encode(request)));
  }

  /** Asks without waiting; gives the reply address. */
  public String post(String address, Object body) {
    String reply = "reply-" + replies.incrementAndGet();
    send(
        new JsonObject()
            .put("type", "send")
            .put("address", address)
            .put("replyAddress", reply)
            .put("body", body));
    return reply;
  }

  /** Listens to a topic; the first frame tells the head. */
  public void register(String address) {
    send(new JsonObject().put("type", "register").put("address", address));
  }

  /** Sends a frame as it is. */
  public void send(JsonObject frame) {
    send(frame.encode());
  }

  /** Sends text as it is. */
  public Future<Void> send(String text) {
    return socket.writeTextMessage(text);
  }

  /** Waits for a frame, among those that have arrived or will. */
  public JsonObject next(Predicate<JsonObject> wanted) {
    Await.until(
        () -> "a frame; there are " + describe(),
        () -> frames.stream().anyMatch(wanted) || isClosed());
    return frames.stream()
        .filter(wanted)
        .findFirst()
        .orElseThrow(() -> new AssertionError("closed with " + closeCode + " after " + describe()));
  }

  /** The ranges that have arrived for an address, in order. */
  public List<Range> ranges(String address) {
    return events(address, Range.class);
  }

  /** The events that have arrived for an address, in order. */
  public <E> List<E> events(String address, Class<E> type) {
    return heard(address).stream().map(body -> Json.decodeLeniently(body.encode(), type)).toList();
  }

  /** As above, whatever they are. */
  public List<JsonObject> heard(String address) {
    return frames.stream()
        .filter(frame -> address.equals(frame.getString("address")))
        .filter(frame -> "rec".equals(frame.getString("type")))
        .map(frame -> frame.getJsonObject("body"))
        .toList();
  }

  /** Everything that has arrived. */
  public List<JsonObject> frames() {
    return List.copyOf(frames);
  }

  /** Stops reading from the socket, as a frozen client does. */
  public void pause() {
    socket.pause();
  }

  /** Reads again. */
  public void resume() {
    socket.resume();
  }

  public boolean isClosed() {
    return closeCode != null;
  }

  /** Waits until the server has closed the socket; gives the code. */
  public int awaitClose() {
    Await.until("the socket is closed", this::isClosed);
    return closeCode;
  }

  /** Sends bytes as one binary message. */
  public Future<Void> send(Buffer bytes) {
    return socket.writeBinaryMessage(bytes);
  }

  @Override
  public void close() {
    Await.get(socket.close().otherwiseEmpty());
  }

  private String describe() {
    List<JsonObject> all = frames();
    List<String> last =
        all.subList(Math.max(0, all.size() - LAST_SHOWN), all.size()).stream()
            .map(JsonObject::encode)
            .map(text -> text.substring(0, Math.min(LONGEST_SHOWN, text.length())))
            .toList();
    return all.size() + " frames, the last: " + last;
  }

  private static Integer codeOf(WebSocket socket) {
    return socket.closeStatusCode() == null ? null : socket.closeStatusCode().intValue();
  }

  private static Refused refusal(JsonObject answer) {
    return new Refused(
        FailureCode.of(answer.getInteger("failureCode")).orElseThrow(), answer.getString("field"));
  }
}
