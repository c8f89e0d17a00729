package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static parley.contract.presence.PresenceState.OFFLINE;
import static parley.contract.presence.PresenceState.ONLINE;
import static parley.contract.presence.PresenceState.UNKNOWN;

import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.FailureCode;
import parley.contract.account.OpenAccount;
import parley.contract.account.SettingsOperations;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.WatchPresence;
import parley.contract.relation.BlockPerson;
import parley.contract.relation.EndFriendship;
import parley.contract.relation.OpenTo;
import parley.contract.relation.RelationOperations;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.CutSocket;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;
import parley.testkit.servers.RedisExtension;

/** Who is shown as online to whom, with all of Parley behind it and its times made short. */
class PresenceIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();

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
                "PARLEY_ATTENDANCE_SILENCE", "4s",
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
  void greenWhileThereIsASocketAndGreyAfterwards() {
    Person ada = somebody();
    try (Observer observer = observer().watch(ada)) {
      observer.awaits(ada, OFFLINE);
      BridgeClient socket = connect(ada);
      observer.awaits(ada, ONLINE);
      socket.close();
      observer.awaits(ada, OFFLINE);
    }
  }

  @Test
  void whoIsThereAlreadyIsShownAtOnce() {
    Person ada = somebody();
    BridgeClient socket = connect(ada);
    try (Observer first = observer().watch(ada);
        Observer second = observer()) {
      first.awaits(ada, ONLINE);
      second.watch(ada).awaits(ada, ONLINE);
      assertEquals(List.of(ONLINE), second.seen(ada));
      socket.close();
    }
  }

  @Test
  void greenUntilTheLastOfSeveralTabsIsClosed() {
    Person ada = somebody();
    Person witness = somebody();
    BridgeClient oneTab = connect(ada);
    BridgeClient otherTab = connect(ada);
    BridgeClient gone = connect(witness);
    try (Observer observer = observer().watch(ada, witness)) {
      observer.awaits(ada, ONLINE);
      observer.awaits(witness, ONLINE);
      oneTab.close();
      gone.close();
      observer.awaits(witness, OFFLINE);
      assertEquals(ONLINE, last(observer.seen(ada)));
      otherTab.close();
      observer.awaits(ada, OFFLINE);
    }
  }

  @Test
  void whoComesBackInTimeWasNeverGone() {
    Person ada = somebody();
    Person witness = somebody();
    BridgeClient cut = connect(ada);
    BridgeClient gone = connect(witness);
    try (Observer observer = observer().watch(ada, witness)) {
      observer.awaits(ada, ONLINE);
      observer.awaits(witness, ONLINE);
      int before = observer.seen(ada).size();
      cut.close();
      gone.close();
      BridgeClient back = connect(ada);
      observer.awaits(witness, OFFLINE);
      assertEquals(before, observer.seen(ada).size(), "nothing was told of it");
      back.close();
    }
  }

  @Test
  void greyWhenTheCableIsPulled() {
    Person ada = somebody();
    CutSocket socket = CutSocket.open(parley.port(), ada.accessToken());
    try (Observer observer = observer().watch(ada)) {
      observer.awaits(ada, ONLINE);
      observer.awaits(ada, OFFLINE);
    } finally {
      socket.close();
    }
  }

  @Test
  void nobodyIsToldOfWhomTheyDoNotWatch() {
    Person ada = somebody();
    Person grace = somebody();
    try (Observer ofBoth = observer().watch(ada, grace);
        Observer ofOne = observer().watch(ada, grace).watch(ada)) {
      ofOne.awaits(ada, OFFLINE);
      BridgeClient graces = connect(grace);
      ofBoth.awaits(grace, ONLINE);
      BridgeClient adas = connect(ada);
      ofOne.awaits(ada, ONLINE);
      assertFalse(ofOne.seen(grace).contains(ONLINE));
      graces.close();
      adas.close();
    }
  }

  @Test
  void aProgramListensToOneAccountByItsTopic() {
    Person ada = somebody();
    try (BridgeClient program = connect(somebody())) {
      String address = PresenceOperations.PRESENCE_CHANGES.address(ada.account().toString());
      program.register(address);
      JsonObject first = program.next(frame -> address.equals(frame.getString("address")));
      assertEquals(ada.account().toString(), first.getJsonObject("body").getString("account"));
    }
  }

  @Test
  void whoDoesNotExistIsLeftOutAndNotReachable() {
    UserId nobody = new UserId(UUID.randomUUID());
    Person ada = somebody();
    try (BridgeClient socket = connect(somebody())) {
      WatchPresence both = new WatchPresence(List.of(nobody, ada.account()));
      assertEquals(
          List.of(ada.account()), socket.ask(PresenceOperations.WATCH_PRESENCE, both).accounts());
      String address = PresenceOperations.PRESENCE_CHANGES.address(nobody.toString());
      socket.register(address);
      JsonObject refused = socket.next(frame -> address.equals(frame.getString("address")));
      assertEquals(FailureCode.NOT_REACHABLE.number(), refused.getInteger("failureCode"));
    }
  }

  @Test
  void whoIsBlockedOrNoFriendAnyMoreSeesItNoLonger() {
    for (boolean block : new boolean[] {true, false}) {
      Person ada = parley.signUp("person" + ++names);
      Person grace = parley.signUp("person" + ++names);
      parley.befriend(ada, grace);
      try (BridgeClient adas = connect(ada);
          Observer graces = new Observer(connect(grace)).watch(ada)) {
        graces.awaits(ada, ONLINE);
        if (block) {
          adas.ask(RelationOperations.BLOCK_PERSON, new BlockPerson(grace.account()));
        } else {
          adas.ask(RelationOperations.END_FRIENDSHIP, new EndFriendship(grace.account()));
        }
        graces.awaits(ada, UNKNOWN);
      }
    }
  }

  @Test
  void whoIsOpenToFewerPeopleIsSeenNoLongerByTheOthers() {
    Person ada = parley.signUp("person" + ++names);
    Person grace = parley.signUp("person" + ++names);
    try (BridgeClient adas = connect(ada);
        Observer graces = new Observer(connect(grace))) {
      adas.ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.EVERYBODY));
      graces.watch(ada).awaits(ada, ONLINE);
      adas.ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.FRIENDS));
      graces.awaits(ada, UNKNOWN);
    }
  }

  @Test
  void strangersAreNotSeenUnlessTheyShareARoom() {
    Person ada = parley.signUp("person" + ++names);
    Person grace = parley.signUp("person" + ++names);
    try (BridgeClient adas = connect(ada);
        BridgeClient graces = connect(grace)) {
      WatchPresence watch = new WatchPresence(List.of(ada.account()));
      assertEquals(List.of(), graces.ask(PresenceOperations.WATCH_PRESENCE, watch).accounts());
      Talk.join(graces, Talk.createRoom(adas, "Room of " + ada.username()));
      assertEquals(
          List.of(ada.account()), graces.ask(PresenceOperations.WATCH_PRESENCE, watch).accounts());
    }
  }

  @Test
  void moreThanAScreenfulIsRefused() {
    try (BridgeClient socket = connect(somebody())) {
      List<String> many = Stream.generate(() -> UUID.randomUUID().toString()).limit(101).toList();
      Refused refused =
          assertThrows(
              Refused.class,
              () ->
                  socket.ask(
                      PresenceOperations.WATCH_PRESENCE.address(),
                      new JsonObject().put("accounts", many)));
      assertEquals(FailureCode.MALFORMED, refused.code());
    }
  }

  @Test
  void survivesThatRedisLosesEverything() {
    Person ada = somebody();
    Person grace = somebody();
    BridgeClient adas = connect(ada);
    BridgeClient graces = connect(grace);
    try (Observer observer = observer().watch(ada, grace)) {
      observer.awaits(ada, ONLINE);
      observer.awaits(grace, ONLINE);
      int before = observer.seen(ada).size();
      REDIS.flush();
      graces.close();
      observer.awaits(grace, OFFLINE);
      assertEquals(before, observer.seen(ada).size(), "never shown as gone");
      adas.close();
      observer.awaits(ada, OFFLINE);
    }
  }

  @Test
  void nothingIsClaimedWhileRedisIsAway() {
    Person ada = somebody();
    BridgeClient socket = connect(ada);
    try (Observer observer = observer().watch(ada)) {
      observer.awaits(ada, ONLINE);
      REDIS.crash();
      try {
        observer.awaits(ada, UNKNOWN);
      } finally {
        REDIS.restart();
      }
      observer.awaits(ada, ONLINE);
      socket.close();
    }
  }

  private static <T> T last(List<T> values) {
    return values.get(values.size() - 1);
  }

  private static Observer observer() {
    return new Observer(connect(somebody()));
  }

  private static BridgeClient connect(Person person) {
    return person.connect(parley.people, parley.port());
  }

  private static Person somebody() {
    return parley.signUpOpen("person" + ++names);
  }
}
