package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.GroupOperations;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.WatchPresence;
import parley.contract.relation.OpenTo;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** A picture from its upload to the eyes of others. */
class AvatarJourneyIT {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final AtomicInteger NAMES = new AtomicInteger();

  @TempDir static Path data;
  private static TestParley parley;
  private final Person ada =
      parley
          .signUp("avatar-ada" + NAMES.incrementAndGet())
          .openTo(parley.people, parley.port(), OpenTo.EVERYBODY);

  private record Seen(int status, Map<String, String> headers, Buffer content) {
    JsonObject json() {
      return content.toJsonObject();
    }
  }

  @BeforeAll
  static void start() {
    parley = TestParley.start(data);
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void othersHearOfAPictureAndSeeItInItsSizes() throws IOException {
    Person grace = parley.signUp("avatar-grace" + NAMES.incrementAndGet());
    String hash;
    try (BridgeClient socket = grace.connect(parley.people, parley.port())) {
      socket.ask(PresenceOperations.WATCH_PRESENCE, new WatchPresence(List.of(ada.account())));
      Seen stored = call(HttpMethod.PUT, "/api/avatar", "image/png", Paintings.png(300, 200), ada);
      assertEquals(200, stored.status(), stored.content().toString());
      hash = stored.json().getString("avatar");
      assertEquals(2, stored.json().getInteger("version"));
      String changes = ProfileOperations.PROFILE_CHANGES.address(ada.account().toString());
      Await.until("told", SOON, () -> !socket.heard(changes).isEmpty());
      assertEquals(hash, socket.events(changes, Profile.class).get(0).avatar());
    }
    for (int size : new int[] {48, 96, 256}) {
      Seen seen = call(HttpMethod.GET, "/api/avatars/" + hash + "/" + size, null, null, grace);
      assertEquals(200, seen.status());
      assertEquals("image/jpeg", seen.headers().get("content-type"));
      assertTrue(seen.headers().get("cache-control").contains("immutable"));
      assertTrue(seen.headers().get("cache-control").contains("private"));
      assertEquals("nosniff", seen.headers().get("x-content-type-options"));
      assertEquals("default-src 'none'; sandbox", seen.headers().get("content-security-policy"));
      BufferedImage image = ImageIO.read(new ByteArrayInputStream(seen.content().getBytes()));
      assertEquals(size, image.getWidth());
      Seen known = again(hash, size, seen.headers().get("etag"), grace);
      assertEquals(304, known.status());
      assertEquals(0, known.content().length());
    }
    assertEquals(
        404, call(HttpMethod.GET, "/api/avatars/" + hash + "/50", null, null, grace).status());
    assertEquals(
        401, call(HttpMethod.GET, "/api/avatars/" + hash + "/48", null, null, null).status());
    Seen removed = call(HttpMethod.DELETE, "/api/avatar", null, null, ada);
    assertNull(removed.json().getString("avatar"));
    assertEquals(
        404, call(HttpMethod.GET, "/api/avatars/" + hash + "/48", null, null, grace).status());
  }

  @Test
  void whatIsNoPictureIsRefusedAndChangesNothing() {
    Buffer png = Paintings.png(20, 20);
    assertEquals(401, call(HttpMethod.PUT, "/api/avatar", "image/png", png, null).status());
    assertEquals(415, call(HttpMethod.PUT, "/api/avatar", "image/svg+xml", png, ada).status());
    Seen other = call(HttpMethod.PUT, "/api/avatar", "image/jpeg", png, ada);
    assertEquals(422, other.status());
    assertEquals("image", other.json().getString("field"));
    Buffer large = Buffer.buffer(new byte[5 * 1024 * 1024 + 1]);
    assertEquals(413, call(HttpMethod.PUT, "/api/avatar", "image/png", large, ada).status());
    Seen removed = call(HttpMethod.DELETE, "/api/avatar", null, null, ada);
    assertEquals(1, removed.json().getInteger("version"), "nothing changed");
    assertFalse(removed.json().containsKey("avatar"));
  }

  @Test
  void membersHearOfAGroupsPictureAndWhoeverKnowsItsHashSeesIt() {
    Person grace = parley.signUpOpen("avatar-grace" + NAMES.incrementAndGet());
    Person stranger = parley.signUp("avatar-stranger" + NAMES.incrementAndGet());
    ConversationId group = group(grace);
    String path = "/api/conversations/" + group + "/avatar";
    try (BridgeClient socket = grace.connect(parley.people, parley.port())) {
      Talk.listen(socket, group);
      String first = hashOf(call(HttpMethod.PUT, path, "image/png", Paintings.png(9, 9), ada));
      awaitShown(socket, group, first);
      String second =
          hashOf(call(HttpMethod.PUT, path, "image/png", Paintings.png(9, 9, 0xFF0000), ada));
      awaitShown(socket, group, second);
      assertEquals(404, picture(first, grace).status(), "its place was taken");
      for (Person reader : List.of(ada, grace, stranger)) {
        assertEquals(200, picture(second, reader).status());
      }
      assertEquals(401, picture(second, null).status());
      assertNull(hashOf(call(HttpMethod.DELETE, path, null, null, ada)));
      awaitShown(socket, group, null);
      assertEquals(404, picture(second, ada).status());
    }
  }

  @Test
  void othersDoNotSetAGroupsPicture() {
    Person grace = parley.signUpOpen("avatar-grace" + NAMES.incrementAndGet());
    Person stranger = parley.signUp("avatar-stranger" + NAMES.incrementAndGet());
    Buffer png = Paintings.png(9, 9);
    String path = "/api/conversations/" + group(grace) + "/avatar";
    Seen member = call(HttpMethod.PUT, path, "image/png", png, grace);
    assertEquals(403, member.status());
    assertEquals("FORBIDDEN", member.json().getString("code"));
    Seen outside = call(HttpMethod.PUT, path, "image/png", png, stranger);
    assertEquals("NOT_A_MEMBER", outside.json().getString("code"));
    assertEquals(401, call(HttpMethod.PUT, path, "image/png", png, null).status());
    String nowhere = "/api/conversations/no-id/avatar";
    assertEquals(404, call(HttpMethod.PUT, nowhere, "image/png", png, ada).status());
    Seen odd = call(HttpMethod.PUT, path, "image/png", Buffer.buffer("no picture"), ada);
    assertEquals("image", odd.json().getString("field"));
    Seen bare = call(HttpMethod.DELETE, path, null, null, ada);
    assertEquals(3, bare.json().getJsonObject("conversation").getLong("head"), "nothing changed");
  }

  /** A group of Ada's with one member. */
  private ConversationId group(Person member) {
    ConversationId group = new ConversationId(UUID.randomUUID());
    try (BridgeClient socket = ada.connect(parley.people, parley.port())) {
      socket.ask(
          GroupOperations.CREATE_GROUP,
          new CreateGroup(group, "Portraits", null, List.of(member.account())));
    }
    return group;
  }

  private static String hashOf(Seen changed) {
    assertEquals(200, changed.status(), changed.content().toString());
    return changed.json().getJsonObject("conversation").getString("avatar");
  }

  private static Seen picture(String hash, Person reader) {
    return call(HttpMethod.GET, "/api/avatars/" + hash + "/96", null, null, reader);
  }

  /** The newest that somebody heard of the group is that it shows this picture. */
  private static void awaitShown(BridgeClient socket, ConversationId group, String hash) {
    Await.until(
        () -> "picture " + hash + ", heard: " + socket.heard(Talk.address(group)),
        SOON,
        () -> {
          List<ConversationItem> told =
              socket.events(Talk.address(group), Range.class).stream()
                  .flatMap(range -> range.items().stream())
                  .filter(ConversationItem.class::isInstance)
                  .map(ConversationItem.class::cast)
                  .toList();
          return !told.isEmpty() && Objects.equals(told.get(told.size() - 1).avatar(), hash);
        });
  }

  private static Seen again(String hash, int size, String etag, Person person) {
    RequestOptions options = options(HttpMethod.GET, "/api/avatars/" + hash + "/" + size, person);
    return send(options.putHeader("If-None-Match", etag), null);
  }

  private static Seen call(
      HttpMethod method, String path, String type, Buffer body, Person person) {
    RequestOptions options = options(method, path, person);
    if (type != null) {
      options.putHeader("Content-Type", type);
    }
    return send(options, body);
  }

  private static RequestOptions options(HttpMethod method, String path, Person person) {
    RequestOptions options =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(parley.port())
            .setMethod(method)
            .setURI(path)
            .putHeader("Origin", "http://127.0.0.1:" + parley.port());
    if (person != null) {
      options.putHeader("Authorization", "Bearer " + person.accessToken());
    }
    return options;
  }

  private static Seen send(RequestOptions options, Buffer body) {
    HttpClient client = parley.people.createHttpClient();
    return Await.get(
        client
            .request(options)
            .compose(request -> body == null ? request.send() : request.send(body))
            .compose(
                response ->
                    response
                        .body()
                        .map(
                            content -> {
                              Map<String, String> headers = new HashMap<>();
                              response.headers().forEach((k, v) -> headers.put(k.toLowerCase(), v));
                              return new Seen(response.statusCode(), headers, content);
                            }))
            .eventually(client::close));
  }
}
