package parley.gateway.docs;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.contract.schema.JsonSchemas;
import parley.gateway.http.Problem;

/** The problem documents of all routes: each set of codes under one status is written once. */
final class ProblemResponses {
  private static final String MEDIA_TYPE = "application/problem+json";

  private final JsonObject all = new JsonObject();

  /** Adds one response for each status; refuses a status that has an answer already. */
  void addTo(JsonObject responses, List<Problem> problems) {
    SortedMap<Integer, List<Problem>> byStatus = new TreeMap<>();
    problems.forEach(
        problem ->
            byStatus.computeIfAbsent(problem.status(), status -> new ArrayList<>()).add(problem));
    byStatus.forEach(
        (status, together) -> {
          together.sort(Comparator.comparing(Problem::code));
          if (responses.containsKey(status.toString())) {
            throw new IllegalArgumentException("an answer and a problem with status " + status);
          }
          responses.put(status.toString(), reference(status, together));
        });
  }

  /** All that were added, by their names. */
  JsonObject all() {
    return all;
  }

  private JsonObject reference(int status, List<Problem> problems) {
    String name =
        status
            + problems.stream().map(problem -> "-" + problem.code()).collect(Collectors.joining());
    if (!all.containsKey(name)) {
      all.put(name, response(status, problems));
    }
    return new JsonObject().put("$ref", "#/components/responses/" + name);
  }

  private static JsonObject response(int status, List<Problem> problems) {
    JsonArray codes = new JsonArray();
    problems.forEach(problem -> codes.add(problem.code().name()));
    JsonObject narrowed =
        new JsonObject()
            .put(
                "properties",
                new JsonObject()
                    .put("status", new JsonObject().put("const", status))
                    .put("code", new JsonObject().put("enum", codes)));
    JsonObject schema =
        new JsonObject()
            .put("allOf", new JsonArray().add(JsonSchemas.of(Problem.class)).add(narrowed));
    JsonObject response =
        new JsonObject()
            .put(
                "description",
                problems.stream()
                    .map(problem -> "`" + problem.code() + "`: " + problem.title())
                    .collect(Collectors.joining(" ")));
    JsonObject headers = headers(status);
    if (!headers.isEmpty()) {
      response.put("headers", headers);
    }
    return response.put(
        "content", new JsonObject().put(MEDIA_TYPE, new JsonObject().put("schema", schema)));
  }

  private static JsonObject headers(int status) {
    return switch (status) {
      case 401 ->
          header("WWW-Authenticate", "Always `Bearer`.", new JsonObject().put("const", "Bearer"));
      case 429, 503 ->
          header(
              "Retry-After",
              "After how many seconds to repeat it at the earliest.",
              new JsonObject().put("type", "integer").put("minimum", 1));
      default -> new JsonObject();
    };
  }

  private static JsonObject header(String name, String meaning, JsonObject schema) {
    return new JsonObject()
        .put(
            name,
            new JsonObject()
                .put("description", meaning)
                .put("required", true)
                .put("schema", schema));
  }
}
