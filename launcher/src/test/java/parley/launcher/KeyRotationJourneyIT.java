package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.id.ConversationId;
import parley.launcher.ParleyCluster.Member;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * {@code admin rotate-key} while people are at two gateways: they notice nothing. The new key's
 * head start of two minutes is waited for with {@code -Dparley.full=true} and shortened otherwise.
 */
class KeyRotationJourneyIT {
  private static final boolean FULL = Boolean.getBoolean("parley.full");

  /** Longer than the 15 s after which every gateway has looked at the file. */
  private static final Duration HEAD_START = Duration.ofSeconds(FULL ? 120 : 20);

  /** Ends a while after the new key has begun to sign. */
  private static final Duration ACCESS_TTL = HEAD_START.plusSeconds(20);

  private static final Duration REQUEST = Duration.ofSeconds(3);

  /** The 5 s that gateways allow for clocks that differ, and what a slow machine takes. */
  private static final Duration LEEWAY = REQUEST.plusSeconds(10);

  private static final Duration ROUND = Duration.ofSeconds(1);

  /** When every gateway has read the file; within the minute in which a refresh may be repeated. */
  private static final Duration READ = Duration.ofSeconds(17);

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  /** A key of the file, as far as everybody may know it. */
  private record Key(String kid, Instant signsFrom) {}

  private static ParleyCluster cluster;
  private static Path keys;

  @BeforeAll
  static void start() {
    keys = ParleyCluster.keyFile(folder);
    Map<String, String> told = Map.of("PARLEY_SESSION_ACCESS_TTL", ACCESS_TTL.toSeconds() + "s");
    cluster =
        ParleyCluster.start(
            PEOPLE,
            folder,
            POSTGRES.uri(),
            REDIS.uri(),
            List.of(
                new Member("core", "persistence,chat,presence", Map.of()),
                new Member("gateway-1", "gateway", told),
                new Member("gateway-2", "gateway", told)));
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
  void nobodyNoticesThatAnotherKeySigns() throws IOException {
    Traveller ada = arrive("ada", 1);
    Traveller grace = arrive("grace", 2);
    final ReadableToken before = ada.token();
    try (BridgeClient adas = ada.connect(2);
        BridgeClient graces = grace.connect(1)) {
      ConversationId room = Talk.createRoom(adas, "Rotation");
      Talk.join(graces, room);
      Talk.listen(adas, room);
      Talk.listen(graces, room);

      Traveller linus = arrive("linus", 1);
      JsonObject lost = linus.request();
      final String answer = linus.answer(lost, 1).getString("refreshToken");

      Key fresh = rotate();
      assertTrue(fresh.signsFrom().isBefore(before.endsAt()), "the old token sees it sign");
      goOnUntil(Instant.now().plus(READ), before, ada, grace, fresh);
      assertEquals(answer, linus.answer(lost, 2).getString("refreshToken"), "the same secret");
      goOnUntil(before.endsAt().minus(REQUEST), before, ada, grace, fresh);
      assertEquals(fresh.kid(), ada.token().kid());
      assertEquals(fresh.kid(), grace.token().kid());
      Await.until("the old token has ended", LEEWAY, () -> isRefused(ada, before));

      comesIn("alan", 1, 2, fresh);
      comesIn("barbara", 2, 1, fresh);
      assertFalse(adas.isClosed() || graces.isClosed(), "the sockets are those of before");
      Talk.say(adas, room, "still here");
      Talk.awaitTexts(graces, room, "still here");
    }
  }

  /** Both take tokens at each gateway and use them at the other; the old token works all along. */
  private static void goOnUntil(
      Instant ends, ReadableToken old, Traveller ada, Traveller grace, Key fresh) {
    for (Instant round = Instant.now(); round.isBefore(ends); round = round.plus(ROUND)) {
      Instant begins = round;
      Await.until("the next round", REQUEST, () -> !Instant.now().isBefore(begins));
      for (int gateway = 1; gateway <= 2; gateway++) {
        assertEquals(200, ada.me(old.text(), gateway).status(), "the old token");
        signedAsPromised(ada, gateway, fresh);
        signedAsPromised(grace, gateway, fresh);
      }
    }
  }

  /** Runs the command as an operator does; gives the new key. */
  private static Key rotate() throws IOException {
    Map<String, String> told = Map.of("PARLEY_SESSION_KEY_FILE", keys.toString());
    try (ParleyProcess command = ParleyProcess.start(told, "admin", "rotate-key")) {
      assertEquals(0, command.awaitExit(), () -> command.printed().toString());
      JsonObject file = new JsonObject(Files.readString(keys));
      String kid = first(file).getString("kid");
      assertTrue(command.has(kid), () -> command.printed().toString());
      if (!FULL) {
        first(file).put("signsFrom", Instant.now().plus(HEAD_START).getEpochSecond());
        replaceKeys(file);
      }
      return new Key(kid, Instant.ofEpochSecond(first(file).getLong("signsFrom")));
    }
  }

  private static void replaceKeys(JsonObject file) throws IOException {
    Path whole = Files.copy(keys, folder.resolve("next"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.writeString(whole, file.encodePrettily());
    Files.move(whole, keys, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static JsonObject first(JsonObject file) {
    return file.getJsonArray("keys").getJsonObject(0);
  }

  /** The new key signs from its time on, at every gateway, and never before. */
  private static void signedAsPromised(Traveller who, int gateway, Key fresh) {
    Instant asked = Instant.now();
    who.refresh(gateway, 3 - gateway);
    boolean isFresh = fresh.kid().equals(who.token().kid());
    if (asked.isAfter(fresh.signsFrom())) {
      assertTrue(isFresh, () -> "gateway " + gateway + " does not sign with the new key");
    } else if (Instant.now().isBefore(fresh.signsFrom())) {
      assertFalse(isFresh, () -> "gateway " + gateway + " signs with what others may not have");
    }
    who.isKnownAt(3 - gateway);
  }

  private static boolean isRefused(Traveller who, ReadableToken token) {
    return who.me(token.text(), 1).status() == 401 && who.me(token.text(), 2).status() == 401;
  }

  private static void comesIn(String name, int gateway, int other, Key fresh) {
    Traveller somebody = arrive(name, gateway);
    assertEquals(fresh.kid(), somebody.token().kid());
    somebody.isKnownAt(other);
    somebody.connect(other).close();
  }

  private static Traveller arrive(String name, int gateway) {
    return Traveller.arrive(PEOPLE, cluster, gateway, name);
  }
}
