package parley.launcher.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.UUID;

/**
 * The tokens of a client. They are taken by password once and refreshed after that; a refresh that
 * is not answered is repeated with the same nonce. Only a session that is over, or lost in a
 * refresh whose answer did not come within a minute, is replaced by a new one.
 */
final class ModelSession {
  private static final int TIMEOUT_MS = 8_000;
  private static final int UNAUTHORISED = 401;

  private final HttpClient http;
  private final String username;
  private final String password;
  private String access;
  private String refresh;
  private String nonce;

  ModelSession(Vertx vertx, String username, String password) {
    this.http = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(TIMEOUT_MS));
    this.username = username;
    this.password = password;
  }

  /** What opens sockets, as good as is known. */
  Future<String> token(int port) {
    if (access != null) {
      return Future.succeededFuture(access);
    }
    return refresh == null ? logIn(port) : refresh(port);
  }

  /** The access token was refused: the next one is asked for when it is needed. */
  void refused() {
    access = null;
  }

  private Future<String> logIn(int port) {
    JsonObject body = new JsonObject().put("username", username).put("password", password);
    return post(port, "/api/tokens", body).map(this::taken);
  }

  private Future<String> refresh(int port) {
    nonce = nonce == null ? UUID.randomUUID().toString() : nonce;
    JsonObject body = new JsonObject().put("refreshToken", refresh).put("nonce", nonce);
    return post(port, "/api/tokens/refresh", body).map(this::taken);
  }

  private String taken(JsonObject tokens) {
    access = tokens.getString("accessToken");
    refresh = tokens.getString("refreshToken");
    nonce = null;
    return access;
  }

  private Future<JsonObject> post(int port, String path, JsonObject body) {
    RequestOptions options =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMethod(HttpMethod.POST)
            .setURI(path)
            .setTimeout(TIMEOUT_MS)
            .putHeader("Content-Type", "application/json");
    return http.request(options)
        .compose(request -> request.send(body.toBuffer()))
        .compose(answer -> answer.body().compose(content -> read(answer.statusCode(), content)));
  }

  private Future<JsonObject> read(int status, Buffer content) {
    if (status == UNAUTHORISED) {
      refresh = null;
      nonce = null;
    }
    return status == 200
        ? Future.succeededFuture(content.toJsonObject())
        : Future.failedFuture(new IllegalStateException("status " + status));
  }
}
