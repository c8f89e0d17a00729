package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** Everybody comes back at once, as after the end of a gateway. */
class ReconnectStormIT {
  private static final int SOCKETS = 60;
  private static final int ADMITTED_PER_SECOND = 5;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_BRIDGE_ADMISSIONS_PER_SECOND", Integer.toString(ADMITTED_PER_SECOND),
                "PARLEY_BRIDGE_SOCKETS_PER_ACCOUNT", "1000",
                "PARLEY_BRIDGE_REQUEST_BURST", "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND", "100000"));
    ada = parley.signUp("ada");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void moreThanAreAdmittedAreAskedToComeBackAndThenGetIn() {
    WebSocketClient client =
        parley.people.createWebSocketClient(
            new WebSocketClientOptions().setMaxConnections(SOCKETS));
    List<Future<WebSocket>> tries = new ArrayList<>();
    for (int i = 0; i < SOCKETS; i++) {
      tries.add(client.connect(handshake()));
    }
    Await.until("all answered", () -> tries.stream().allMatch(Future::isComplete));
    long admitted = tries.stream().filter(Future::succeeded).count();
    assertTrue(admitted > 0 && admitted < SOCKETS, admitted + " admitted");
    tries.stream()
        .filter(Future::failed)
        .map(refused -> (UpgradeRejectedException) refused.cause())
        .forEach(ReconnectStormIT::isAskedToComeBack);
    Await.until(
        "another gets in",
        () ->
            Await.get(
                client
                    .connect(handshake())
                    .transform(tried -> Future.succeededFuture(tried.succeeded()))));
    Await.get(client.close());
  }

  @Test
  void strangersKeepNobodyOut() {
    WebSocketClient client =
        parley.people.createWebSocketClient(
            new WebSocketClientOptions().setMaxConnections(SOCKETS));
    List<Future<WebSocket>> tries =
        Stream.generate(() -> client.connect(BridgeClient.options(parley.port())))
            .limit(SOCKETS)
            .toList();
    Await.until("all answered", () -> tries.stream().allMatch(Future::isComplete));
    tries.forEach(
        refused -> assertEquals(401, ((UpgradeRejectedException) refused.cause()).getStatus()));
    Await.get(client.close());
  }

  private static void isAskedToComeBack(UpgradeRejectedException refused) {
    assertEquals(503, refused.getStatus());
    assertEquals("1", refused.getHeaders().get("Retry-After"));
  }

  private static WebSocketConnectOptions handshake() {
    return BridgeClient.options(parley.port())
        .putHeader("Authorization", "Bearer " + ada.accessToken());
  }
}
