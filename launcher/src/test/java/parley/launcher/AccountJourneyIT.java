package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.Caller;
import parley.contract.account.AccountOperations;
import parley.contract.account.AdministrationOperations;
import parley.contract.account.ClaimAdministration;
import parley.contract.account.OfferAdministration;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.contract.account.ReadProfiles;
import parley.contract.conversation.MemberState;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.ReadFeed;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.WatchPresence;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Person.Answer;
import parley.testkit.bus.BusFault;
import parley.testkit.bus.BusFaults;

/** A forgotten password, by mail and by an administrator, and the end of an account. */
class AccountJourneyIT {
  private static final String NEXT = "staple of a donkey";
  private static final Duration PROMISED = Duration.ofSeconds(2);
  private static final Duration SOON = Duration.ofSeconds(15);

  @TempDir static Path data;
  private static final Vertx MAIL = Vertx.vertx();
  private static SmtpInbox inbox;
  private static TestParley parley;

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    inbox = new SmtpInbox(MAIL);
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_PORT", String.valueOf(port),
                "PARLEY_PUBLIC_URL", "http://127.0.0.1:" + port,
                "PARLEY_MAIL_HOST", "127.0.0.1",
                "PARLEY_MAIL_PORT", String.valueOf(inbox.port()),
                "PARLEY_MAIL_SECURITY", "none",
                "PARLEY_MAIL_FROM", "parley@chat.example",
                "PARLEY_THROTTLE_RESET_BURST", "100"));
  }

  @AfterAll
  static void stop() {
    parley.close();
    MAIL.close();
  }

  @Test
  void aForgottenPasswordIsSetByMailOnceAndEndsAllSessions() {
    Person ada = parley.signUp("mail-ada");
    JsonObject email =
        new JsonObject().put("email", "Ada@Example.org").put("password", Person.PASSWORD);
    assertEquals(
        403,
        call(HttpMethod.PUT, "/api/me/email", email.copy().put("password", NEXT), ada).status());
    assertEquals(
        422, call(HttpMethod.PUT, "/api/me/email", email.copy().put("email", "x"), ada).status());
    call(HttpMethod.PUT, "/api/me/email", email, ada).expect(200);
    JsonObject kept = call(HttpMethod.GET, "/api/me/email", null, ada).expect(200).json();
    assertEquals("Ada@Example.org", kept.getString("email"));
    assertFalse(kept.getBoolean("confirmed"));
    assertTrue(kept.getBoolean("mail"));
    Await.until("a letter to confirm it", SOON, () -> inbox.letters().size() == 1);
    SmtpInbox.Letter asking = inbox.letters().get(0);
    assertEquals("Ada@Example.org", asking.to());
    String confirmation = secretIn(asking.content(), "confirm");
    assertEquals(403, confirm(confirmation.replaceAll("[a-m]", "n")).status());
    confirm(confirmation).expect(204);
    confirm(confirmation).expect(204);
    ask("nobody-at-all").expect(202);
    ask("ada@example.ORG").expect(202);
    ask(" Mail-ADA ").expect(202);
    Await.until("the letter", SOON, () -> inbox.letters().size() == 2);
    SmtpInbox.Letter letter = inbox.letters().get(1);
    assertEquals("Ada@Example.org", letter.to());
    assertTrue(letter.content().contains("@mail-ada"), letter.content());
    String secret = secretIn(letter.content(), "reset");
    assertEquals(422, use(secret, "mail-ada").status(), "the user name is no password");
    assertEquals(403, use(secret.replaceAll("[a-m]", "n"), NEXT).status());
    try (BridgeClient socket = ada.connect(parley.people, parley.port());
        BusFaults faults = BusFaults.on(parley.vertx())) {
      BusFault lost = faults.loseReplies("persistence.reset.use", 1);
      assertEquals(503, use(secret, NEXT).status(), "nobody knows");
      assertEquals(1, lost.effects());
      Await.until("signed out", PROMISED, socket::isClosed);
    }
    use(secret, NEXT).expect(204);
    assertEquals(403, use(secret, NEXT + "!").status(), "it works once");
    use(secret, NEXT).expect(204);
    assertEquals(401, logIn("mail-ada", Person.PASSWORD).status());
    logIn("mail-ada", NEXT).expect(200);
    ask("mail-ada").expect(202);
    Await.until("a letter by the user name", SOON, () -> inbox.letters().size() == 3);
  }

  @Test
  void anAdministratorMakesALinkAndNobodyElse() {
    Person root = parley.signUp("link-root");
    Person grace = parley.signUp("link-grace");
    promote(root.account());
    JsonObject wanted = new JsonObject().put("username", "link-grace");
    String path = "/api/administration/password-resets";
    assertEquals(403, call(HttpMethod.POST, path, wanted, grace).status());
    assertEquals(
        404,
        call(HttpMethod.POST, path, new JsonObject().put("username", "nobody"), root).status());
    JsonObject link = call(HttpMethod.POST, path, wanted, root).expect(201).json();
    use(link.getString("secret"), NEXT).expect(204);
    logIn("link-grace", NEXT).expect(200);
  }

  @Test
  void aDeletedAccountLeavesItsMessagesAndNothingElse() {
    Person ada = parley.signUp("gone-ada");
    Person grace = parley.signUp("gone-grace");
    try (BridgeClient hers = ada.connect(parley.people, parley.port());
        BridgeClient other = grace.connect(parley.people, parley.port())) {
      ConversationId room = Talk.createRoom(hers, "A room to leave");
      Talk.join(other, room);
      Talk.say(hers, room, "I was here");
      String feed = FeedId.of(room).toString();
      other.register(feed + ".events");
      other.ask(PresenceOperations.WATCH_PRESENCE, new WatchPresence(List.of(ada.account())));
      JsonObject wrong = new JsonObject().put("password", NEXT);
      assertEquals(403, call(HttpMethod.POST, "/api/account/deletion", wrong, ada).status());
      JsonObject right = new JsonObject().put("password", Person.PASSWORD);
      call(HttpMethod.POST, "/api/account/deletion", right, ada).expect(204);
      Await.until("signed out", PROMISED, hers::isClosed);
      String changes = ProfileOperations.PROFILE_CHANGES.address(ada.account().toString());
      Await.until("told", SOON, () -> !other.heard(changes).isEmpty());
      assertTrue(other.events(changes, Profile.class).get(0).deleted());
      Await.until("she has left", SOON, () -> left(other, feed + ".events", ada.account()));
      List<MessageItem> said =
          other
              .ask(FeedOperations.READ_FEED, new ReadFeed(FeedId.of(room), 0, 100))
              .items()
              .stream()
              .filter(item -> item instanceof MessageItem)
              .map(item -> (MessageItem) item)
              .toList();
      assertEquals(List.of(ada.account()), said.stream().map(MessageItem::sender).toList());
      Profile left =
          other
              .ask(AccountOperations.READ_PROFILES, new ReadProfiles(List.of(ada.account())))
              .profiles()
              .get(0);
      assertEquals(Profile.deleted(ada.account(), 2), left);
    }
    assertEquals(401, call(HttpMethod.GET, "/api/me", null, ada).status());
    assertEquals(401, logIn("gone-ada", Person.PASSWORD).status());
    JsonObject again =
        new JsonObject().put("username", "gone-ada").put("password", Person.PASSWORD);
    assertEquals(409, call(HttpMethod.POST, "/api/accounts", again, null).status());
  }

  /** The letters name the page, so its port is known before. */
  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    }
  }

  private static boolean left(BridgeClient socket, String address, UserId account) {
    return socket.ranges(address).stream()
        .flatMap(range -> range.items().stream())
        .anyMatch(
            item ->
                item instanceof MemberItem member
                    && member.account().equals(account)
                    && member.state() == MemberState.LEFT);
  }

  /** As the console's secret does. */
  private static void promote(UserId account) {
    Caller caller = Caller.process("test", SOON);
    String hash = "aGFzaCBvZiBhIHNlY3JldA";
    Await.get(
        parley
            .bus()
            .request(
                AdministrationOperations.OFFER_ADMINISTRATION,
                new OfferAdministration(hash),
                caller));
    Await.get(
        parley
            .bus()
            .request(
                AdministrationOperations.CLAIM_ADMINISTRATION,
                new ClaimAdministration(account, hash),
                caller));
  }

  private static String secretIn(String letter, String place) {
    Pattern links = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/#/" + place + "/([\\w-]+)");
    String unfolded = letter.replace("=\n", "").replace("=3D", "=");
    Matcher link = links.matcher(unfolded);
    assertTrue(link.find(), letter);
    String secret = link.group(1);
    assertFalse(link.find(), "one link");
    return secret;
  }

  private static Answer confirm(String secret) {
    JsonObject body = new JsonObject().put("secret", secret);
    return call(HttpMethod.POST, "/api/email-confirmations", body, null);
  }

  private static Answer ask(String login) {
    JsonObject body = new JsonObject().put("login", login);
    return call(HttpMethod.POST, "/api/password-resets", body, null);
  }

  private static Answer use(String secret, String password) {
    JsonObject body = new JsonObject().put("secret", secret).put("password", password);
    return call(HttpMethod.POST, "/api/password-resets/use", body, null);
  }

  private static Answer logIn(String username, String password) {
    JsonObject body = new JsonObject().put("username", username).put("password", password);
    return call(HttpMethod.POST, "/api/tokens", body, null);
  }

  private static Answer call(HttpMethod method, String path, JsonObject body, Person person) {
    String token = person == null ? null : person.accessToken();
    return Person.call(parley.people, parley.port(), method, path, body, token);
  }
}
