package parley.launcher.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.Operation;
import parley.contract.feed.Range;
import parley.testkit.bridge.Refused;

/**
 * One socket of the bridge, on the context that opened it. A request is answered, refused with the
 * server's code, or, after {@value #DEADLINE_MS} ms or with the end of the socket, {@code
 * UNAVAILABLE}: then nobody knows what became of it. An end that is silent for {@value #SILENCE_MS}
 * ms, pongs included, is taken for gone.
 */
final class ModelSocket {
  private static final long DEADLINE_MS = 8_000;
  private static final long PING_MS = 3_000;
  private static final long SILENCE_MS = 10_000;
  private static final int NOT_SAID = 1006;
  private static final String REPLY = "reply.";

  /** Hears what happens on a socket. */
  interface Listener {
    void range(Range range);

    void closed(int code);
  }

  private final Vertx vertx;
  private final WebSocket socket;
  private final Listener listener;
  private final Map<String, Promise<JsonObject>> asked = new HashMap<>();
  private final long pinging;
  private int requests;
  private long lastHeard = System.nanoTime();
  private boolean closed;

  ModelSocket(Vertx vertx, WebSocket socket, Listener listener) {
    this.vertx = vertx;
    this.socket = socket;
    this.listener = listener;
    socket.binaryMessageHandler(this::frame);
    socket.textMessageHandler(text -> frame(Buffer.buffer(text)));
    socket.pongHandler(pong -> lastHeard = System.nanoTime());
    socket.exceptionHandler(broken -> {});
    socket.closeHandler(end -> closed(code()));
    pinging = vertx.setPeriodic(PING_MS, tick -> ping());
  }

  <Q, A> Future<A> ask(Operation<Q, A> operation, Q request) {
    if (closed) {
      return Future.failedFuture(unclear());
    }
    String reply = REPLY + ++requests;
    Promise<JsonObject> answer = Promise.promise();
    asked.put(reply, answer);
    long deadline = vertx.setTimer(DEADLINE_MS, fired -> answer.tryFail(unclear()));
    socket.writeTextMessage(
        new JsonObject()
            .put("type", "send")
            .put("address", operation.address())
            .put("replyAddress", reply)
            .put("body", new JsonObject(Json.encode(request)))
            .encode());
    return answer
        .future()
        .map(body -> Json.decodeLeniently(body.encode(), operation.reply()))
        .onComplete(
            done -> {
              asked.remove(reply);
              vertx.cancelTimer(deadline);
            });
  }

  /** Ends it at once, without waiting for the other side. */
  void cut() {
    if (!closed) {
      socket.close();
      closed(NOT_SAID);
    }
  }

  private void frame(Buffer bytes) {
    lastHeard = System.nanoTime();
    JsonObject frame = bytes.toJsonObject();
    Promise<JsonObject> answer = asked.get(frame.getString("address"));
    if (answer != null && "err".equals(frame.getString("type"))) {
      answer.tryFail(refusal(frame));
    } else if (answer != null) {
      answer.tryComplete(frame.getJsonObject("body"));
    } else if ("rec".equals(frame.getString("type")) && !isLate(frame) && !closed) {
      listener.range(Json.decodeLeniently(frame.getJsonObject("body").encode(), Range.class));
    }
  }

  /** An answer that nobody waits for any more. */
  private static boolean isLate(JsonObject frame) {
    return frame.getString("address").startsWith(REPLY);
  }

  private void ping() {
    if (System.nanoTime() - lastHeard > TimeUnit.MILLISECONDS.toNanos(SILENCE_MS)) {
      cut();
    } else {
      socket.writePing(Buffer.buffer("?")).onFailure(broken -> cut());
    }
  }

  private void closed(int code) {
    if (!closed) {
      closed = true;
      vertx.cancelTimer(pinging);
      Map.copyOf(asked).values().forEach(answer -> answer.tryFail(unclear()));
      listener.closed(code);
    }
  }

  private int code() {
    return socket.closeStatusCode() == null ? NOT_SAID : socket.closeStatusCode();
  }

  private static Refused unclear() {
    return new Refused(FailureCode.UNAVAILABLE, null);
  }

  private static Refused refusal(JsonObject frame) {
    return new Refused(
        FailureCode.of(frame.getInteger("failureCode")).orElseThrow(), frame.getString("field"));
  }
}
