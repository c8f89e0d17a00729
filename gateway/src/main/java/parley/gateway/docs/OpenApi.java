package parley.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import parley.contract.Catalog;
import parley.contract.schema.JsonSchemas;
import parley.contract.schema.Shapes;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Parameter;
import parley.gateway.http.Problem;
import parley.gateway.http.Route;
import parley.gateway.session.CookieNames;

/** What can be asked over HTTP, as OpenAPI 3.1: written from the declared routes alone. */
public final class OpenApi {
  private static final String JSON = "application/json";
  private static final String DESCRIPTION =
      "Accounts, sessions and health over HTTP; all else is asked over the bus, see /asyncapi.json."
          + " A problem document (RFC 9457) answers whatever fails; branch on its `code`."
          + " A path that does not exist is answered with 404, another method than those of a path"
          + " with 405, both with the code UNKNOWN_ADDRESS."
          + " Where a cookie tells who it is, whatever may change something must carry an `Origin`"
          + " header that is allowed here; browsers send it by themselves.";

  private final List<Route> routes;
  private final ProblemResponses problems = new ProblemResponses();

  private OpenApi(List<Route> routes) {
    this.routes = routes;
  }

  /** The document. */
  public static JsonObject of(List<Route> routes, CookieNames cookies) {
    OpenApi document = new OpenApi(routes);
    return new JsonObject()
        .put("openapi", "3.1.0")
        .put(
            "info",
            new JsonObject()
                .put("title", "Parley over HTTP")
                .put("version", Integer.toString(Catalog.VERSION))
                .put("description", DESCRIPTION)
                .put("license", Licence.APACHE))
        .put("servers", new JsonArray().add(new JsonObject().put("url", "/")))
        .put("paths", document.paths())
        .put("components", document.components(cookies));
  }

  private JsonObject paths() {
    JsonObject paths = new JsonObject();
    for (Route route : routes) {
      JsonObject path = paths.getJsonObject(route.path(), new JsonObject());
      path.put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
      paths.put(route.path(), path);
    }
    return paths;
  }

  private JsonObject operation(Route route) {
    JsonObject operation =
        new JsonObject()
            .put("operationId", nameOf(route))
            .put("summary", route.summary())
            .put("security", security(route.access()));
    if (!route.parameters().isEmpty()) {
      JsonArray parameters = new JsonArray();
      route.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
      operation.put("parameters", parameters);
    }
    if (route.body() != null) {
      operation.put(
          "requestBody",
          new JsonObject()
              .put("required", true)
              .put("content", content(JSON, JsonSchemas.of(route.body()))));
    }
    if (!route.media().isEmpty()) {
      operation.put(
          "requestBody",
          new JsonObject().put("required", true).put("content", bytes(route.media())));
    }
    return operation.put("responses", responses(route));
  }

  /** The method and the words of the path, such as {@code postSessionsRefresh}. */
  private static String nameOf(Route route) {
    StringBuilder name = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    for (String word : route.path().split("[^a-z]+")) {
      if (!word.isEmpty() && !word.equals("api")) {
        name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      }
    }
    return name.toString();
  }

  private static JsonArray security(Access access) {
    JsonArray ways = new JsonArray();
    if (access.bySession()) {
      ways.add(new JsonObject().put("session", new JsonArray()));
      ways.add(new JsonObject().put("bearer", new JsonArray()));
    }
    if (access.byRefreshCookie()) {
      ways.add(new JsonObject().put("refresh", new JsonArray()));
    }
    return ways;
  }

  private static JsonObject parameter(Parameter parameter) {
    return new JsonObject()
        .put("name", parameter.name())
        .put("in", parameter.query() ? "query" : "path")
        .put("required", !parameter.query())
        .put("description", parameter.meaning())
        .put("schema", JsonSchemas.of(parameter.type()));
  }

  private JsonObject responses(Route route) {
    JsonObject responses = new JsonObject();
    route
        .answers()
        .forEach(answer -> responses.put(Integer.toString(answer.status()), response(answer)));
    problems.addTo(responses, route.problems());
    return responses;
  }

  private static JsonObject response(Answer answer) {
    JsonObject response = new JsonObject().put("description", answer.meaning());
    if (!answer.headers().isEmpty()) {
      JsonObject headers = new JsonObject();
      answer
          .headers()
          .forEach(
              (name, meaning) ->
                  headers.put(
                      name,
                      new JsonObject()
                          .put("description", meaning)
                          .put("schema", new JsonObject().put("type", "string"))));
      response.put("headers", headers);
    }
    if (!answer.media().isEmpty()) {
      response.put("content", bytes(answer.media()));
    }
    if (answer.json()) {
      response.put(
          "content",
          content(
              JSON,
              answer.content() == null
                  ? new JsonObject().put("type", "object")
                  : JsonSchemas.of(answer.content())));
    }
    return response;
  }

  private static JsonObject bytes(List<String> mediaTypes) {
    JsonObject content = new JsonObject();
    mediaTypes.forEach(type -> content.put(type, new JsonObject()));
    return content;
  }

  private static JsonObject content(String mediaType, JsonObject schema) {
    return new JsonObject().put(mediaType, new JsonObject().put("schema", schema));
  }

  private JsonObject components(CookieNames cookies) {
    return new JsonObject()
        .put("schemas", schemas())
        .put("responses", problems.all())
        .put("securitySchemes", SecuritySchemes.ofHttp(cookies));
  }

  /** A body is read strictly, so what is a body only is closed. */
  private JsonObject schemas() {
    List<Class<?>> bodies =
        routes.stream().<Class<?>>map(Route::body).filter(Objects::nonNull).toList();
    List<Class<?>> others =
        Stream.concat(
                Stream.of(Problem.class),
                routes.stream()
                    .flatMap(
                        route ->
                            Stream.concat(
                                route.answers().stream().map(Answer::content),
                                route.parameters().stream().map(Parameter::type))))
            .filter(Objects::nonNull)
            .<Class<?>>map(type -> type)
            .toList();
    List<Class<?>> all = new ArrayList<>(bodies);
    all.addAll(others);
    Set<Class<?>> closed = new HashSet<>(Shapes.of(bodies).types());
    closed.removeAll(Shapes.of(others).types());
    return JsonSchemas.of(Shapes.of(all), closed);
  }
}
