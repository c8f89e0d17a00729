package parley.testkit.bridge;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import parley.contract.account.OpenAccount;
import parley.contract.account.SettingsOperations;
import parley.contract.id.UserId;
import parley.contract.relation.OpenTo;

/**
 * Somebody with an account who uses Parley as a program does.
 *
 * @param account who it is
 * @param username the name to log in with
 * @param accessToken what opens sockets
 * @param refreshToken what renews the access token
 */
public record Person(UserId account, String username, String accessToken, String refreshToken) {
  /** The password of every test person. */
  public static final String PASSWORD = "correct horse battery";

  /** Signs up and takes a token. */
  public static Person signUp(Vertx vertx, int port, String username) {
    JsonObject body =
        new JsonObject()
            .put("username", username)
            .put("password", PASSWORD)
            .put("displayName", username.substring(0, 1).toUpperCase() + username.substring(1));
    Answer signedUp = call(vertx, port, HttpMethod.POST, "/api/accounts", body, null);
    signedUp.expect(201);
    return logIn(vertx, port, username);
  }

  /** Takes a token for an account that exists. */
  public static Person logIn(Vertx vertx, int port, String username) {
    JsonObject body = new JsonObject().put("username", username).put("password", PASSWORD);
    JsonObject tokens =
        call(vertx, port, HttpMethod.POST, "/api/tokens", body, null).expect(200).json();
    String access = tokens.getString("accessToken");
    JsonObject me = call(vertx, port, HttpMethod.GET, "/api/me", null, access).expect(200).json();
    return new Person(
        UserId.of(me.getString("account")), username, access, tokens.getString("refreshToken"));
  }

  /** Opens a socket. */
  public BridgeClient connect(Vertx vertx, int port) {
    return BridgeClient.connect(vertx, port, accessToken);
  }

  /** Chooses who may write to this person, and so see whether it is there. */
  public Person openTo(Vertx vertx, int port, OpenTo to) {
    try (BridgeClient socket = connect(vertx, port)) {
      socket.ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(to));
    }
    return this;
  }

  /** One HTTP request with JSON in both directions; {@code Origin} is the server's own. */
  public static Answer call(
      Vertx vertx, int port, HttpMethod method, String path, JsonObject body, String bearer) {
    String type = body == null ? "" : "application/json";
    return call(vertx, port, method, path, type, body == null ? null : body.toBuffer(), bearer);
  }

  /** The same with a body of another kind; null for none. */
  public static Answer call(
      Vertx vertx,
      int port,
      HttpMethod method,
      String path,
      String mediaType,
      Buffer body,
      String bearer) {
    RequestOptions options =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMethod(method)
            .setURI(path)
            .putHeader("Origin", "http://127.0.0.1:" + port);
    if (bearer != null) {
      options.putHeader("Authorization", "Bearer " + bearer);
    }
    Buffer bytes = body == null ? Buffer.buffer() : body;
    if (body != null) {
      options.putHeader("Content-Type", mediaType);
    }
    HttpClient client = vertx.createHttpClient();
    return Await.get(
        client
            .request(options)
            .compose(request -> request.send(bytes).compose(Person::read))
            .eventually(client::close));
  }

  private static Future<Answer> read(HttpClientResponse response) {
    return response.body().map(content -> new Answer(response.statusCode(), content));
  }

  /** Status and content of an answer. */
  public record Answer(int status, Buffer content) {
    /** The answer, which must have this status. */
    public Answer expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("status " + status + " instead of " + wanted + ": " + content);
      }
      return this;
    }

    /** The content as JSON. */
    public JsonObject json() {
      return content.toJsonObject();
    }
  }
}
