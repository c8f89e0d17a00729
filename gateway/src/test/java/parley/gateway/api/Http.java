package parley.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.testkit.bridge.Await;

/** A client that sends exactly what it is told, cookies included, and waits for the answer. */
final class Http {
  static final String PASSWORD = "correct horse battery";

  private final HttpClient client;
  private final int port;
  private final Map<String, String> headers;

  Http(Vertx vertx, int port) {
    this(vertx.createHttpClient(), port, Map.of());
  }

  private Http(HttpClient client, int port, Map<String, String> headers) {
    this.client = client;
    this.port = port;
    this.headers = headers;
  }

  /** The same with one more header on every request. */
  Http with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Http(client, port, more);
  }

  /** As a page of this very server. */
  Http fromOwnPage() {
    return with("Origin", "http://127.0.0.1:" + port);
  }

  /** With the cookies that an answer set. */
  Http withCookiesOf(Reply reply) {
    return with("Cookie", reply.cookieHeader());
  }

  Http bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  Reply get(String path) {
    return send(HttpMethod.GET, path, null);
  }

  Reply delete(String path) {
    return send(HttpMethod.DELETE, path, null);
  }

  Reply post(String path, JsonObject body) {
    return with("Content-Type", "application/json").send(HttpMethod.POST, path, body.toBuffer());
  }

  Reply put(String path, JsonObject body) {
    return with("Content-Type", "application/json").send(HttpMethod.PUT, path, body.toBuffer());
  }

  Reply send(HttpMethod method, String path, Buffer body) {
    RequestOptions options =
        new RequestOptions().setHost("127.0.0.1").setPort(port).setMethod(method).setURI(path);
    headers.forEach(options::putHeader);
    Reply reply =
        Await.get(
            client
                .request(options)
                .compose(
                    request ->
                        // Nested, so that the body is awaited on the loop that it arrives on.
                        (body == null ? request.send() : request.send(body)).compose(Reply::read)));
    return asDocumented(method, path, reply);
  }

  /** Every answer to every test is one that the OpenAPI document tells. */
  private static Reply asDocumented(HttpMethod method, String path, Reply reply) {
    List<String> faults = Documented.faults(method, path, reply);
    if (!faults.isEmpty()) {
      throw new AssertionError(method + " " + path + " answers " + reply + ": " + faults);
    }
    return reply;
  }

  /** A body whose length is not told in advance. */
  Reply postChunked(String path, Buffer body) {
    RequestOptions options =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(port)
            .setMethod(HttpMethod.POST)
            .setURI(path);
    headers.forEach(options::putHeader);
    Reply reply =
        Await.get(
            client
                .request(options)
                .compose(
                    request -> {
                      request.setChunked(true);
                      for (int at = 0; at < body.length(); at += 4_096) {
                        request.write(body.slice(at, Math.min(body.length(), at + 4_096)));
                      }
                      request.end();
                      return request.response().compose(Reply::read);
                    }));
    return asDocumented(HttpMethod.POST, path, reply);
  }

  Reply signUp(String username) {
    return post(
        "/api/accounts", new JsonObject().put("username", username).put("password", PASSWORD));
  }

  Reply logIn(String username, String password) {
    return post(
        "/api/sessions", new JsonObject().put("username", username).put("password", password));
  }

  /** A program's tokens for an account that exists. */
  JsonObject tokens(String username) {
    return post("/api/tokens", new JsonObject().put("username", username).put("password", PASSWORD))
        .expect(200)
        .json();
  }

  /** Status, headers and content of an answer. */
  record Reply(int status, Map<String, String> headers, List<String> setCookies, Buffer content) {
    private static Future<Reply> read(HttpClientResponse response) {
      return response.body().map(content -> of(response, content));
    }

    private static Reply of(HttpClientResponse response, Buffer content) {
      Map<String, String> headers = new LinkedHashMap<>();
      response
          .headers()
          .forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
      return new Reply(
          response.statusCode(), headers, response.headers().getAll("Set-Cookie"), content);
    }

    Reply expect(int wanted) {
      if (status != wanted) {
        throw new AssertionError("status " + status + " instead of " + wanted + ": " + content);
      }
      return this;
    }

    /** A problem document of this status and code. */
    Reply expectProblem(int wanted, String code) {
      expect(wanted);
      JsonObject problem = json();
      if (!"application/problem+json".equals(header("content-type"))
          || !code.equals(problem.getString("code"))
          || problem.getInteger("status") != wanted
          || problem.getString("title").isBlank()) {
        throw new AssertionError("no problem document for " + code + ": " + content);
      }
      return this;
    }

    String header(String name) {
      return headers.get(name);
    }

    JsonObject json() {
      return content.toJsonObject();
    }

    String cookie(String name) {
      return setCookies.stream()
          .filter(cookie -> cookie.startsWith(name + "="))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no cookie " + name + ": " + setCookies));
    }

    String cookieValue(String name) {
      return cookie(name).substring(name.length() + 1).split(";", 2)[0];
    }

    private String cookieHeader() {
      return String.join("; ", setCookies.stream().map(cookie -> cookie.split(";", 2)[0]).toList());
    }
  }
}
