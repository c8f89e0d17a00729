package parley.gateway.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import parley.gateway.docs.OpenApi;
import parley.gateway.http.HttpConfig;
import parley.gateway.session.CookieNames;
import parley.testkit.documents.Document;

/** Whether an answer is one that the OpenAPI document tells. */
final class Documented {
  private static final String PROBLEM = "application/problem+json";
  private static final Document OPEN_API =
      Document.of(OpenApi.of(Surface.DECLARED.all(), CookieNames.of(HttpConfig.local())).encode());

  private Documented() {}

  /** What is not as the document says; nothing about paths and methods that it does not tell. */
  static List<String> faults(HttpMethod method, String uri, Http.Reply reply) {
    JsonNode operation = operation(method, uri.split("\\?", 2)[0]);
    if (operation == null) {
      return List.of();
    }
    JsonNode response = operation.path("responses").path(Integer.toString(reply.status()));
    if (response.isMissingNode()) {
      return List.of("no answer with status " + reply.status());
    }
    return faults(OPEN_API.followed(response), reply);
  }

  private static JsonNode operation(HttpMethod method, String path) {
    JsonNode best = null;
    for (String template : names(OPEN_API.at("/paths"))) {
      boolean fixed = template.equals(path);
      if (fixed || (best == null && path.matches(template.replaceAll("\\{\\w+}", "[^/]+")))) {
        best = OPEN_API.at("/paths").path(template);
      }
    }
    return best == null ? null : best.get(method.name().toLowerCase(Locale.ROOT));
  }

  private static List<String> faults(JsonNode response, Http.Reply reply) {
    List<String> faults = new ArrayList<>();
    JsonNode content = response.path("content");
    String type = reply.header("content-type");
    if (content.isMissingNode()) {
      if (reply.content().length() > 0) {
        faults.add("content where none is told");
      }
    } else if (!content.has(type == null ? "" : type)) {
      faults.add("content of type " + type);
    } else {
      faults.addAll(OPEN_API.faults(content.path(type).path("schema"), reply.content().toString()));
    }
    JsonNode headers = response.path("headers");
    for (String name : names(headers)) {
      boolean required = headers.path(name).path("required").asBoolean();
      if (required && reply.header(name.toLowerCase(Locale.ROOT)) == null) {
        faults.add("no header " + name);
      }
    }
    if (!reply.setCookies().isEmpty() && !PROBLEM.equals(type) && !headers.has("Set-Cookie")) {
      faults.add("cookies that nobody told");
    }
    return faults;
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
