package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.presence.PresenceState.AWAY;
import static parley.contract.presence.PresenceState.BUSY;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.account.Appear;
import parley.contract.account.ReadSettings;
import parley.contract.account.SettingsOperations;
import parley.contract.account.ShareLastSeen;
import parley.contract.presence.NoteIdle;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.PresenceOperations;
import parley.contract.relation.OpenTo;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.servers.RedisExtension;

/** How people who are there appear to others, with all of Parley behind it. */
class AppearanceIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();

  /** Two seconds are promised; the rest is for a machine that others use too. */
  private static final Duration TAKES_EFFECT = Duration.ofSeconds(10);

  @TempDir static Path data;

  private static TestParley parley;
  private static int names;

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_REDIS_URL", REDIS.uri(),
                "PARLEY_THROTTLE_SIGN_UP_BURST", "1000",
                "PARLEY_BRIDGE_PING_PERIOD", "1s",
                "PARLEY_ATTENDANCE_SILENCE", "10s",
                "PARLEY_ATTENDANCE_TICK", "100ms",
                "PARLEY_ATTENDANCE_ROLL_HOLDS", "3s",
                "PARLEY_ATTENDANCE_WATCH_RENEWAL", "1s",
                "PARLEY_ATTENDANCE_WATCH_HOLDS", "6s",
                "PARLEY_PRESENCE_SETTLE", "5s",
                "PARLEY_PRESENCE_SWEEP_PERIOD", "200ms"));
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void awayWhereNoTabIsInUse() {
    Person ada = somebody();
    try (Observer observer = observer().watch(ada);
        BridgeClient oneTab = connect(ada);
        BridgeClient otherTab = connect(ada)) {
      observer.awaits(ada, ONLINE);
      idle(oneTab, true);
      idle(otherTab, true);
      observer.awaits(ada, AWAY);
      idle(otherTab, false);
      observer.awaits(ada, ONLINE);
      idle(otherTab, true);
      observer.awaits(ada, AWAY);
      BridgeClient newTab = connect(ada);
      observer.awaits(ada, ONLINE);
      newTab.close();
    }
  }

  @Test
  void busyWhereSomebodyDoesNotWantToBeDisturbedAlsoWhileAway() {
    Person ada = somebody();
    try (Observer observer = observer().watch(ada);
        BridgeClient socket = connect(ada)) {
      observer.awaits(ada, ONLINE);
      appear(socket, PresenceMode.BUSY);
      observer.awaits(ada, BUSY);
      idle(socket, true);
      appear(socket, PresenceMode.AUTO);
      observer.awaits(ada, AWAY);
      assertEquals(
          PresenceMode.AUTO,
          socket.ask(SettingsOperations.READ_SETTINGS, new ReadSettings()).settings().mode());
    }
  }

  @Test
  void invisibleLooksOfflineAtOnceAndStaysSo() {
    Person ada = somebody();
    Person witness = somebody();
    try (Observer observer = observer().watch(ada, witness);
        BridgeClient socket = connect(ada);
        BridgeClient other = connect(witness)) {
      observer.awaits(ada, ONLINE);
      observer.awaits(witness, ONLINE);
      long began = System.nanoTime();
      appear(socket, PresenceMode.INVISIBLE);
      observer.awaits(ada, OFFLINE);
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(took.compareTo(TAKES_EFFECT) < 0, "offline after " + took);
      int before = observer.seen(ada).size();

      REDIS.flush();
      appear(other, PresenceMode.BUSY);
      observer.awaits(witness, BUSY);
      try (BridgeClient newTab = connect(ada)) {
        idle(newTab, true);
        idle(newTab, false);
        appear(other, PresenceMode.AUTO);
        observer.awaits(witness, ONLINE);
      }
      assertEquals(before, observer.seen(ada).size(), "nothing was told of it");
      try (Observer later = observer().watch(ada)) {
        Await.until("something is known", () -> !later.seen(ada).isEmpty());
        assertFalse(later.seen(ada).contains(ONLINE));
      }

      appear(socket, PresenceMode.AUTO);
      observer.awaits(ada, ONLINE);
    }
  }

  @Test
  void whenSomebodyWasLastHereIsToldOfWhoSharesItAndDoesNotMoveWhileTheyAreInvisible() {
    Person ada = somebody();
    Person other = somebody();
    try (Observer observer = observer().watch(ada, other);
        BridgeClient socket = connect(ada);
        BridgeClient others = connect(other)) {
      observer.awaits(ada, ONLINE);
      appear(socket, PresenceMode.INVISIBLE);
      observer.awaitsGone(ada, false);
      appear(socket, PresenceMode.AUTO);
      observer.awaits(ada, ONLINE);
      share(socket, true);
      long before = System.currentTimeMillis();
      appear(socket, PresenceMode.INVISIBLE);
      Presence gone = observer.awaitsGone(ada, true);
      long after = System.currentTimeMillis();
      assertTrue(before - 1 <= gone.lastSeenAt() && gone.lastSeenAt() <= after + 1, gone::toString);

      int told = observer.told(ada).size();
      idle(socket, true);
      connect(ada).close();
      appear(others, PresenceMode.INVISIBLE);
      observer.awaitsGone(other, false);
      appear(others, PresenceMode.AUTO);
      observer.awaits(other, ONLINE);
      try (Observer later = observer().watch(ada)) {
        assertEquals(gone, later.awaitsGone(ada, true));
      }
      assertEquals(told, observer.told(ada).size(), "nothing was told of it");

      share(socket, false);
      observer.awaitsGone(ada, false);
    }
  }

  private static void share(BridgeClient socket, boolean shares) {
    socket.ask(SettingsOperations.SHARE_LAST_SEEN, new ShareLastSeen(shares));
  }

  private static void idle(BridgeClient socket, boolean idle) {
    socket.ask(PresenceOperations.NOTE_IDLE, new NoteIdle(idle));
  }

  private static void appear(BridgeClient socket, PresenceMode mode) {
    socket.ask(SettingsOperations.APPEAR, new Appear(mode));
  }

  private static Observer observer() {
    return new Observer(connect(somebody()));
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }

  private static Person somebody() {
    return parley
        .signUp("appearing" + ++names)
        .openTo(parley.people, parley.port(), OpenTo.EVERYBODY);
  }
}
