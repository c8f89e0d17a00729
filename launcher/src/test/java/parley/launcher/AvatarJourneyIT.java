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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.account.Profile;
import parley.contract.account.ProfileOperations;
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
      Seen stored = call(HttpMethod.PUT, "/api/avatar", "image/png", picture(300, 200), ada);
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
  void whatIsNoPictureIsRefusedAndChangesNothing() throws IOException {
    Buffer png = picture(20, 20);
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

  private static Buffer picture(int width, int height) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
    return Buffer.buffer(out.toByteArray());
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
