package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.testkit.network.Direction.TO_CLIENT;
import static parley.testkit.network.Direction.TO_SERVER;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.FailureCode;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.contract.message.SendMessage;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;
import parley.testkit.network.Cut;
import parley.testkit.network.FaultProxy;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * The connection to PostgreSQL breaks around a commit: before it, after it and in between, where
 * only PostgreSQL knows. The message that was being stored is stored once when it is sent again,
 * and heard once; nobody is told anything else than that it is not known.
 */
class LostCommitFaultIT {
  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path data;

  private static FaultProxy proxy;
  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() {
    URI uri = URI.create(POSTGRES.uri());
    proxy = FaultProxy.before(uri.getPort());
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_POSTGRES_URL",
                POSTGRES.uri().replace(":" + uri.getPort() + "/", ":" + proxy.port() + "/"),
                "PARLEY_REDIS_URL",
                REDIS.uri()));
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
  }

  @AfterAll
  static void stop() {
    parley.close();
    proxy.close();
  }

  @Test
  void storedOnceIfTheConnectionBreaksBeforeTheAnswerToTheCommit() {
    storedOnce("Commit answered", () -> proxy.cutBefore(TO_CLIENT, "COMMIT"));
  }

  @Test
  void storedOnceIfTheConnectionBreaksInTheMiddleOfTheTransaction() {
    storedOnce("Transaction begun", () -> proxy.cutBefore(TO_CLIENT, "BEGIN"));
  }

  @Test
  void storedOnceIfTheConnectionBreaksBeforeTheCommitArrives() {
    storedOnce("Transaction asked for", () -> proxy.cutBefore(TO_SERVER, "begin"));
  }

  private interface Fault {
    Cut now();
  }

  private static void storedOnce(String name, Fault fault) {
    try (BridgeClient adas = ada.connect(parley.people, parley.port());
        BridgeClient graces = grace.connect(parley.people, parley.port())) {
      ConversationId room = Talk.createRoom(adas, name);
      Talk.join(graces, room);
      Talk.listen(graces, room);
      List<MessageItem> said = new ArrayList<>();
      said.add(Talk.say(adas, room, "before"));
      SendMessage message = Talk.message(room, "meanwhile");
      Cut cut = fault.now();
      List<FailureCode> refusals = new ArrayList<>();
      Await.until("acknowledged", () -> isAcknowledged(adas, message, said, refusals));
      assertTrue(cut.happened());
      assertTrue(refusals.stream().allMatch(FailureCode.UNAVAILABLE::equals), () -> "" + refusals);
      said.add(Talk.say(adas, room, "after"));
      Await.until("heard once, in order", () -> Talk.messages(graces, room).equals(said));
      assertEquals(
          said,
          adas.ask(MessageOperations.READ_HISTORY, new ReadHistory(room, null, 100)).messages());
    }
  }

  private static boolean isAcknowledged(
      BridgeClient by, SendMessage message, List<MessageItem> said, List<FailureCode> refusals) {
    try {
      return said.add(by.ask(MessageOperations.SEND_MESSAGE, message).message());
    } catch (Refused refused) {
      refusals.add(refused.code());
      return false;
    }
  }
}
