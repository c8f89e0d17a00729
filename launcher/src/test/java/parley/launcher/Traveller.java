package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** Somebody who goes from gateway to gateway in one session. */
final class Traveller {
  private final Vertx people;
  private final ParleyCluster cluster;
  private final String session;
  private String access;
  private String refresh;

  private Traveller(Vertx people, ParleyCluster cluster, int gateway, Person person) {
    this.people = people;
    this.cluster = cluster;
    this.access = person.accessToken();
    this.refresh = person.refreshToken();
    this.session = me(access, gateway).expect(200).json().getString("session");
  }

  /** Signs up and logs in at a gateway. */
  static Traveller arrive(Vertx people, ParleyCluster cluster, int gateway, String name) {
    Person person = Person.signUp(people, cluster.gateway(gateway), name);
    return new Traveller(people, cluster, gateway, person);
  }

  /** What it holds now. */
  ReadableToken token() {
    return new ReadableToken(access);
  }

  /** Takes the next tokens at one gateway, and the same once more at another. */
  void refresh(int gateway, int other) {
    JsonObject request = request();
    JsonObject tokens = answer(request, gateway);
    assertEquals(
        tokens.getString("refreshToken"), answer(request, other).getString("refreshToken"));
    access = tokens.getString("accessToken");
    refresh = tokens.getString("refreshToken");
  }

  /** What is sent for the next tokens; sent again if the answer is lost. */
  JsonObject request() {
    return new JsonObject().put("refreshToken", refresh).put("nonce", UUID.randomUUID().toString());
  }

  /** The tokens that a gateway answers with. */
  JsonObject answer(JsonObject request, int gateway) {
    int port = cluster.gateway(gateway);
    return Person.call(people, port, HttpMethod.POST, "/api/tokens/refresh", request, null)
        .expect(200)
        .json();
  }

  /** It is signed in there, still in its first session. */
  void isKnownAt(int gateway) {
    assertEquals(session, me(access, gateway).expect(200).json().getString("session"));
  }

  /** Who a token stands for at a gateway. */
  Person.Answer me(String token, int gateway) {
    return Person.call(people, cluster.gateway(gateway), HttpMethod.GET, "/api/me", null, token);
  }

  BridgeClient connect(int gateway) {
    return BridgeClient.connect(people, cluster.gateway(gateway), access);
  }
}
