package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.Json;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.Resume;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** Everybody comes back at once, as after the end of a gateway. */
class ReconnectStormIT {
  private static final int SOCKETS = 60;
  private static final int ADMITTED_PER_SECOND = 5;
  private static final int RESUMING = 5;
  private static final int ROOMS = 20;

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
                "PARLEY_BRIDGE_RESUMES_AT_ONCE", "1",
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
  void resumesThatWaitForTheirTurnAreAllAnswered() {
    List<FeedPosition> positions = new ArrayList<>();
    try (BridgeClient maker = connect()) {
      for (int i = 0; i < ROOMS; i++) {
        ConversationId room = Talk.createRoom(maker, "Storm " + i);
        Talk.say(maker, room, "before the storm");
        positions.add(new FeedPosition(FeedId.of(room), 0L));
      }
    }
    List<BridgeClient> sockets = Stream.generate(this::connect).limit(RESUMING).toList();
    JsonObject everything = new JsonObject(Json.encode(new Resume(positions)));
    List<String> replies =
        sockets.stream().map(one -> one.post(FeedOperations.RESUME.address(), everything)).toList();
    for (int i = 0; i < sockets.size(); i++) {
      assertEquals(ROOMS, feedsIn(sockets.get(i), replies.get(i)));
    }
    sockets.forEach(BridgeClient::close);
  }

  private static int feedsIn(BridgeClient socket, String reply) {
    return socket
        .next(frame -> reply.equals(frame.getString("address")))
        .getJsonObject("body")
        .getJsonArray("feeds")
        .size();
  }

  private static void isAskedToComeBack(UpgradeRejectedException refused) {
    assertEquals(503, refused.getStatus());
    assertEquals("1", refused.getHeaders().get("Retry-After"));
  }

  private BridgeClient connect() {
    BridgeClient[] socket = new BridgeClient[1];
    Await.until("admitted", () -> (socket[0] = tryToConnect()) != null);
    return socket[0];
  }

  private static BridgeClient tryToConnect() {
    try {
      return ada.connect(parley.people, parley.port());
    } catch (RuntimeException | AssertionError refused) {
      return null;
    }
  }

  private static WebSocketConnectOptions handshake() {
    return BridgeClient.options(parley.port())
        .putHeader("Authorization", "Bearer " + ada.accessToken());
  }
}
