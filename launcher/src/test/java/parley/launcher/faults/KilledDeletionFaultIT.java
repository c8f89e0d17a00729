package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.account.AccountOperations;
import parley.contract.account.Profile;
import parley.contract.account.ReadProfiles;
import parley.contract.conversation.ListMembers;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.contract.relation.AcceptFriend;
import parley.contract.relation.ListRelations;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.RequestFriend;
import parley.launcher.ParleyCluster;
import parley.launcher.ParleyCluster.Member;
import parley.launcher.Talk;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Person.Answer;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/** The one process that stores dies while an account is deleted, and is started again. */
class KilledDeletionFaultIT {
  private static final String STORING = "persistence-1";
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final int ROOMS = 12;
  private static final int HELD = 5;

  @RegisterExtension static final PostgresExtension POSTGRES = PostgresExtension.shared();
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.shared();

  @TempDir static Path folder;

  private static final Vertx PEOPLE = Vertx.vertx();

  private static ParleyCluster cluster;

  @BeforeAll
  static void start() {
    List<Member> members =
        List.of(
            new Member(STORING, "persistence", Map.of()),
            new Member("gateway-1", "gateway,chat,presence", Map.of()));
    cluster = ParleyCluster.start(PEOPLE, folder, POSTGRES.uri(), REDIS.uri(), members);
  }

  @AfterAll
  static void stop() {
    PEOPLE.close();
    if (cluster != null) {
      cluster.close();
    }
  }

  @Test
  void whoWasDeletedLeavesEverythingAlsoWhenThatWasInterrupted() {
    Person ada = signUp("zyx-ada");
    Person grace = signUp("gone-grace");
    List<ConversationId> rooms = roomsOf(ada, grace);
    try (BridgeClient graces = grace.connect(PEOPLE, cluster.gateway(1));
        Tables rows = Tables.of(POSTGRES.uri())) {
      rooms.forEach(room -> Talk.listen(graces, room));
      String feed = "select 1 from feed where id = '" + rooms.get(HELD) + "' for update";
      try (Hold held = Hold.of(POSTGRES.uri(), feed)) {
        delete(ada).expect(204);
        Await.until("half of it is done", SOON, () -> belongs(rows, ada) == ROOMS - HELD);
        held.awaitWaiting();
        cluster.kill(STORING);
      }
      assertEquals(ROOMS - HELD, belongs(rows, ada), "it died before it was through");

      cluster.restart(PEOPLE, STORING);

      Await.until("the rest is done", SOON, () -> belongs(rows, ada) == 0);
      for (ConversationId room : rooms) {
        Await.until("told", SOON, () -> left(graces, room, ada));
        assertEquals(List.of(owner(grace)), members(graces, room));
        assertEquals(List.of(ada.account()), senders(graces, room), "the message stays");
      }
      Profile profile =
          graces
              .ask(AccountOperations.READ_PROFILES, new ReadProfiles(List.of(ada.account())))
              .profiles()
              .get(0);
      assertEquals(Profile.deleted(ada.account(), profile.version()), profile);
      Await.until("nobody is her friend", SOON, () -> relations(graces) == 0);
      rows.run("update account_deletion set asked_at = asked_at - interval '1 hour'");
      Await.until("it is over", SOON, () -> rows.number(deletions(ada)) == 0);
      assertEquals(List.of(), rows.tablesWith("zyx"));
    }
  }

  @Test
  void aDeletionThatDiedBeforeItsCommitHasDoneNothing() {
    Person ada = signUp("half-ada");
    try (Tables rows = Tables.of(POSTGRES.uri())) {
      String known =
          "select count(*) from account where username = 'half-ada' and deleted_at is null";
      String sessions = "select 1 from session where account = '" + ada.account() + "' for update";
      CompletableFuture<Answer> asked;
      try (Hold held = Hold.of(POSTGRES.uri(), sessions)) {
        asked = CompletableFuture.supplyAsync(() -> delete(ada));
        held.awaitWaiting();
        cluster.kill(STORING);
      }
      assertEquals(503, asked.join().status(), "nobody knows");
      cluster.restart(PEOPLE, STORING);
      assertEquals(1, rows.number(known));
      assertEquals(0, rows.number(deletions(ada)));
      Person.logIn(PEOPLE, cluster.gateway(1), "half-ada");

      delete(ada).expect(204);

      assertEquals(0, rows.number(known));
      assertEquals(List.of(), rows.tablesWith("half-ada"));
    }
  }

  /** In the order in which they are left, with a word of the one and the other as a member. */
  private static List<ConversationId> roomsOf(Person one, Person other) {
    List<ConversationId> rooms = new ArrayList<>();
    try (BridgeClient ones = one.connect(PEOPLE, cluster.gateway(1));
        BridgeClient others = other.connect(PEOPLE, cluster.gateway(1))) {
      for (int i = 0; i < ROOMS; i++) {
        ConversationId room = Talk.createRoom(ones, "Room " + i);
        Talk.join(others, room);
        Talk.say(ones, room, "I was here");
        rooms.add(room);
      }
      others.ask(RelationOperations.REQUEST_FRIEND, new RequestFriend(one.account(), null));
      ones.ask(RelationOperations.ACCEPT_FRIEND, new AcceptFriend(other.account()));
    }
    rooms.sort((a, b) -> a.toString().compareTo(b.toString()));
    return rooms;
  }

  private static Answer delete(Person person) {
    JsonObject body = new JsonObject().put("password", Person.PASSWORD);
    return Person.call(
        PEOPLE,
        cluster.gateway(1),
        HttpMethod.POST,
        "/api/account/deletion",
        body,
        person.accessToken());
  }

  private static String deletions(Person person) {
    return "select count(*) from account_deletion where account = '" + person.account() + "'";
  }

  private static long belongs(Tables rows, Person person) {
    return rows.number(
        "select count(*) from member where state = 'joined' and account = '"
            + person.account()
            + "'");
  }

  private static boolean left(BridgeClient socket, ConversationId room, Person person) {
    return socket.ranges(Talk.address(room)).stream()
        .flatMap(range -> range.items().stream())
        .anyMatch(
            item ->
                item instanceof MemberItem member
                    && member.account().equals(person.account())
                    && member.state() == MemberState.LEFT);
  }

  private static List<UserId> senders(BridgeClient socket, ConversationId room) {
    ReadHistory question = new ReadHistory(room, null, 10);
    return socket.ask(MessageOperations.READ_HISTORY, question).messages().stream()
        .map(MessageItem::sender)
        .toList();
  }

  private static String owner(Person person) {
    return person.account() + " " + Role.OWNER;
  }

  private static List<String> members(BridgeClient socket, ConversationId room) {
    ListMembers question = new ListMembers(room, null, 10);
    return socket.ask(MemberOperations.LIST_MEMBERS, question).members().stream()
        .map(member -> member.account() + " " + member.role())
        .toList();
  }

  private static int relations(BridgeClient socket) {
    ListRelations question = new ListRelations(null, 10);
    return socket.ask(RelationOperations.LIST_RELATIONS, question).relations().size();
  }

  private static Person signUp(String name) {
    return Person.signUp(PEOPLE, cluster.gateway(1), name);
  }
}
