package parley.launcher.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketConnectOptions;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.RoomOperations;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;

/**
 * Who may do what: every operation open to browsers, every topic and every way to hear it, by
 * everybody, over raw sockets with everything behind them. The expectations are in {@code
 * authorisation.csv}, which also says how to add a row.
 */
class MatrixIT {
  @TempDir static Path data;

  private static TestParley parley;
  private static Cast cast;

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_BRIDGE_SOCKETS_PER_ACCOUNT", "2000",
                "PARLEY_BRIDGE_REQUEST_BURST", "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND", "100000"));
    cast = new Cast(parley);
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void hasARowForEverythingThatABrowserReachesAndForNothingElse() {
    assertEquals(Table.wanted(Catalog.core()), Table.covered());
  }

  @TestFactory
  Stream<DynamicTest> answersEverybodyAsTheTableSays() {
    return Table.rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.toString(), () -> check(row)));
  }

  @Test
  void aRemovedPersonDoesNotComeBackByLeaving() {
    try (Scene scene = new Scene(cast, Who.REMOVED, false).arranged()) {
      scene.socket.ask(RoomOperations.LEAVE_ROOM, new LeaveRoom(scene.room));
      Refused refused = assertThrows(Refused.class, () -> Talk.join(scene.socket, scene.room));
      assertEquals(FailureCode.FORBIDDEN, refused.code());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/eventbus/websocket", "/eventbus/123/abcd1234/websocket"})
  void refusesASocketToWhoIsSignedOut(String path) {
    Person gone = Person.logIn(parley.people, parley.port(), Who.MEMBER.username());
    Person.call(
            parley.people,
            parley.port(),
            HttpMethod.DELETE,
            "/api/sessions/current",
            null,
            gone.accessToken())
        .expect(204);
    WebSocketConnectOptions nobody = BridgeClient.options(parley.port()).setURI(path);
    WebSocketConnectOptions signedOut =
        BridgeClient.options(parley.port())
            .setURI(path)
            .putHeader("Authorization", "Bearer " + gone.accessToken());
    for (WebSocketConnectOptions handshake : List.of(nobody, signedOut)) {
      assertEquals(401, refusal(handshake));
    }
  }

  private static void check(Row row) {
    Map<Who, String> met = new EnumMap<>(Who.class);
    for (Who who : Who.values()) {
      met.put(who, Cell.play(row, cast, who));
    }
    assertEquals(row.expected(), met);
  }

  private static int refusal(WebSocketConnectOptions handshake) {
    var failure =
        assertThrows(Throwable.class, () -> BridgeClient.connect(parley.people, handshake).close());
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return ((UpgradeRejectedException) cause).getStatus();
  }
}
