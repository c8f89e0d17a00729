package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import parley.contract.FailureCode;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.launcher.Audience;
import parley.launcher.Sender;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;

/** Three people at one whole Parley whose servers a test breaks. */
final class Crowd implements AutoCloseable {
  /** An operation's deadline, and a little for a machine that is busy. */
  private static final Duration DEADLINE = Duration.ofSeconds(7);

  private static final Duration HEALING = Duration.ofSeconds(25);
  private static final Duration SENDING = Duration.ofSeconds(40);

  /** What may wait to be appended. */
  static final int WAITING = 100;

  final TestParley parley;
  private final Person ada;
  private final Person grace;
  private final Person linus;

  private Crowd(TestParley parley) {
    this.parley = parley;
    this.ada = parley.signUp("ada");
    this.grace = parley.signUp("grace");
    this.linus = parley.signUp("linus");
  }

  static Crowd gather(Path data) {
    return new Crowd(
        TestParley.start(
            data,
            Map.of(
                "PARLEY_PERSISTENCE_APPEND_WAITING", "" + WAITING,
                "PARLEY_BRIDGE_REQUEST_BURST", "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND", "100000")));
  }

  Person ada() {
    return ada;
  }

  BridgeClient connect() {
    return ada.connect(parley.people, parley.port());
  }

  /**
   * Two people write while the fault happens; afterwards the parts are well, everybody got to the
   * end, and history and listeners agree.
   */
  void talkThrough(String room, int messages, Runnable fault) {
    try (Audience audience =
        new Audience(
            room,
            List.of(ada, grace, linus),
            (who, gateway) -> who.connect(parley.people, parley.port()))) {
      Sender adas = audience.write(ada, 1, messages);
      Sender graces = audience.write(grace, 2, messages);
      Await.until("they write", () -> adas.count() + graces.count() >= 50);
      assertTrue(!adas.isDone() && !graces.isDone(), "broken while they talk");
      fault.run();
      awaitWell();
      Await.until("all sent", SENDING, () -> adas.isDone() && graces.isDone());
      assertEquals(2 * messages, adas.count() + graces.count());
      audience.agreeOn(adas, graces);
    }
  }

  /** A room that nobody else is in. */
  static ConversationId room(BridgeClient by) {
    return Talk.createRoom(by, "Aside " + UUID.randomUUID());
  }

  /** What the page of readiness names as away. */
  Set<String> away() {
    return readiness().json().getJsonArray("parts").stream()
        .map(JsonObject.class::cast)
        .filter(part -> !part.getBoolean("up"))
        .map(part -> part.getString("name"))
        .collect(Collectors.toSet());
  }

  void awaitAway(String... names) {
    Await.until("named as away: " + List.of(names), () -> away().containsAll(List.of(names)));
  }

  Person.Answer readiness() {
    return Person.call(parley.people, parley.port(), HttpMethod.GET, "/health/ready", null, null);
  }

  /** Waits until readiness names nothing as away. */
  void awaitWell() {
    Await.until("all parts are well", HEALING, () -> away().isEmpty());
  }

  /** A killed server's last connections may answer for a moment; then who writes is refused. */
  void awaitRefusal(BridgeClient socket, ConversationId room) {
    Await.until("a refusal", () -> isRefused(socket, room));
  }

  private static boolean isRefused(BridgeClient socket, ConversationId room) {
    try {
      Talk.say(socket, room, "heard by chance");
      return false;
    } catch (Refused refused) {
      assertEquals(FailureCode.UNAVAILABLE, refused.code());
      return true;
    }
  }

  /** Who asks is told so within the deadline. */
  void tellsThatItIsUnavailable(BridgeClient socket, ConversationId room) {
    refusesToAppend(socket, room);
    inTime(
        () ->
            refused(
                () -> socket.ask(MessageOperations.READ_HISTORY, new ReadHistory(room, null, 10))));
  }

  /** Who writes is told within the deadline that it does not work now. */
  void refusesToAppend(BridgeClient socket, ConversationId room) {
    inTime(() -> refused(() -> Talk.say(socket, room, "unheard")));
  }

  /** Logging in, renewing a token and opening a socket. */
  void canComeIn() {
    Person again = Person.logIn(parley.people, parley.port(), ada.username());
    JsonObject refresh =
        new JsonObject()
            .put("refreshToken", again.refreshToken())
            .put("nonce", UUID.randomUUID().toString());
    Person.call(parley.people, parley.port(), HttpMethod.POST, "/api/tokens/refresh", refresh, null)
        .expect(200);
    try (BridgeClient socket = again.connect(parley.people, parley.port())) {
      ConversationId room = room(socket);
      Talk.listen(socket, room);
      Talk.say(socket, room, "here");
      Talk.awaitTexts(socket, room, "here");
    }
  }

  @Override
  public void close() {
    parley.close();
  }

  private static void refused(Runnable ask) {
    assertEquals(FailureCode.UNAVAILABLE, assertThrows(Refused.class, ask::run).code());
  }

  private static void inTime(Runnable ask) {
    long began = System.nanoTime();
    ask.run();
    long took = System.nanoTime() - began;
    assertTrue(took < DEADLINE.toNanos(), () -> "took " + Duration.ofNanos(took));
  }
}
