package parley.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testkit.bridge.Await;

class BoundedBodyTest {
  private final Vertx vertx = Vertx.vertx();
  private final NetClient client = vertx.createNetClient();
  private final BoundedBody body = new BoundedBody(vertx, 10, 300, 300);
  private final AtomicReference<String> heard = new AtomicReference<>("");
  private final AtomicBoolean closed = new AtomicBoolean();
  private NetSocket socket;

  @BeforeEach
  void connect() {
    HttpServer server =
        Await.get(vertx.createHttpServer().requestHandler(this::answer).listen(0, "127.0.0.1"));
    socket = Await.get(client.connect(server.actualPort(), "127.0.0.1"));
    socket.handler(bytes -> heard.accumulateAndGet(bytes.toString(), String::concat));
    socket.closeHandler(gone -> closed.set(true));
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void readsABodyUpToItsLimit() {
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n01234");
    socket.write("56789");

    Await.until(this::told, () -> heard.get().endsWith("0123456789"));
  }

  @Test
  void givesUpOnABodyThatDoesNotArriveAndClosesTheConnection() {
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n01");

    Await.until(this::told, () -> heard.get().contains(" 408 "));
    Await.until("the end", closed::get);
  }

  @Test
  void refusesABodyByItsAnnouncementAndClosesTheConnection() {
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 11\r\n\r\n");

    Await.until(this::told, () -> heard.get().contains(" 413 "));
    Await.until("the end", closed::get);
  }

  @Test
  void keepsTheConnectionWhenTheRestOfALongBodyArrives() {
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 12\r\n\r\n");
    Await.until("a refusal", () -> heard.get().contains(" 413 "));
    socket.write("0123456789ab");
    socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nok");

    Await.until("the next answer", () -> heard.get().endsWith("ok"));
    assertTrue(heard.get().indexOf(" 413 ") < heard.get().indexOf(" 200 "));
    assertEquals(false, closed.get());
  }

  private String told() {
    return "an answer; heard: " + heard.get() + ", closed: " + closed.get();
  }

  private void answer(HttpServerRequest request) {
    body.read(request)
        .onSuccess(bytes -> request.response().end(bytes))
        .onFailure(
            cause ->
                request
                    .response()
                    .setStatusCode(((Refusal) cause).problem().status())
                    .end("refused"));
  }
}
