package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.CloseCode;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/** People at different gateways of one Parley that runs in six processes. */
class ClusterJourneyIT {
  private static final Duration SENDING = Duration.ofSeconds(40);

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static ParleyCluster cluster;
  private static Person ada;
  private static Person grace;
  private static Person linus;

  @BeforeAll
  static void start() {
    cluster = ParleyCluster.start(PEOPLE, folder, POSTGRES.uri(), REDIS.uri());
    ada = Person.signUp(PEOPLE, cluster.gateway(1), "ada");
    grace = Person.signUp(PEOPLE, cluster.gateway(2), "grace");
    linus = Person.signUp(PEOPLE, cluster.gateway(1), "linus");
  }

  @AfterAll
  static void stop() {
    PEOPLE.close();
    if (cluster != null) {
      cluster.close();
      cluster.processes().forEach(process -> Printed.hasNoFault(process.printed()));
    }
  }

  @Test
  void peopleAtDifferentGatewaysHearEachOther() {
    talkAcrossGateways("Both directions");
  }

  @Test
  void everybodySeesTheSameOrderWhereverTheyListen() {
    try (Audience audience = audience("Same order")) {
      Sender adas = audience.write(ada, 1, 100);
      Sender graces = audience.write(grace, 2, 100);
      Await.until("all sent", SENDING, () -> adas.isDone() && graces.isDone());
      audience.agreeOn(adas, graces);
      assertEquals(List.of(), adas.repeated());
      assertEquals(List.of(), graces.repeated());
    }
  }

  @Test
  void aSessionEndedAtOneGatewayClosesItsSocketsAtTheOther() {
    Person again = Person.logIn(PEOPLE, cluster.gateway(1), "ada");
    BridgeClient socket = connect(again, 2);
    int port = cluster.gateway(1);
    String path = "/api/sessions/current";
    Person.call(PEOPLE, port, HttpMethod.DELETE, path, null, again.accessToken()).expect(204);
    Await.until("closed", Duration.ofSeconds(2), socket::isClosed);
    assertEquals(CloseCode.SESSION_OVER.number(), socket.awaitClose());
    try (BridgeClient other = connect(ada, 2)) {
      assertFalse(other.isClosed(), "another session of the same person goes on");
    }
  }

  private static void talkAcrossGateways(String name) {
    try (BridgeClient adas = connect(ada, 1);
        BridgeClient graces = connect(grace, 2)) {
      ConversationId room = Talk.createRoom(adas, name);
      Talk.join(graces, room);
      Talk.listen(adas, room);
      Talk.listen(graces, room);
      Talk.say(adas, room, "hello");
      Talk.awaitTexts(graces, room, "hello");
      Talk.say(graces, room, "hello yourself");
      Talk.awaitTexts(adas, room, "hello", "hello yourself");
      Talk.awaitTexts(graces, room, "hello", "hello yourself");
    }
  }

  private static Audience audience(String room) {
    return new Audience(room, List.of(ada, grace, linus), ClusterJourneyIT::connect);
  }

  private static BridgeClient connect(Person person, int gateway) {
    return person.connect(PEOPLE, cluster.gateway(gateway));
  }
}
