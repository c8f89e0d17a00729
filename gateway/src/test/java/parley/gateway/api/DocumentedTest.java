package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The check that every answer of the other tests goes through can fail. */
class DocumentedTest {
  private static final JsonObject LIVE = new JsonObject().put("status", "up");

  @Test
  void acceptsWhatIsTold() {
    assertEquals(List.of(), faults(200, "application/json", LIVE));
  }

  @Test
  void refusesAStatusThatIsNotTold() {
    assertFalse(faults(202, "application/json", LIVE).isEmpty());
  }

  @Test
  void refusesAnotherTypeOfContent() {
    assertFalse(faults(200, "text/plain", LIVE).isEmpty());
  }

  @Test
  void refusesContentOfAnotherShape() {
    assertFalse(faults(200, "application/json", new JsonObject()).isEmpty());
    assertFalse(faults(200, "application/json", LIVE.copy().put("status", "down")).isEmpty());
    assertFalse(faults(200, "application/json", LIVE.copy().put("more", 1)).isEmpty());
  }

  @Test
  void refusesACodeThatTheRouteDoesNotTell() {
    JsonObject problem =
        new JsonObject()
            .put("type", "urn:parley:failure:NAME_TAKEN")
            .put("title", "The name is taken.")
            .put("status", 500)
            .put("code", "NAME_TAKEN");
    assertFalse(faults(500, "application/problem+json", problem).isEmpty());
    assertEquals(
        List.of(), faults(500, "application/problem+json", problem.put("code", "INTERNAL")));
  }

  @Test
  void refusesAThrottleThatDoesNotSayForHowLong() {
    JsonObject problem =
        new JsonObject()
            .put("type", "urn:parley:failure:RATE_LIMITED")
            .put("title", "Too many.")
            .put("status", 429)
            .put("code", "RATE_LIMITED");
    Map<String, String> type = Map.of("content-type", "application/problem+json");
    Http.Reply silent = new Http.Reply(429, type, List.of(), problem.toBuffer());
    assertEquals(
        List.of("no header Retry-After"),
        Documented.faults(HttpMethod.POST, "/api/sessions", silent));
  }

  private static List<String> faults(int status, String type, JsonObject body) {
    Buffer content = body.toBuffer();
    return Documented.faults(
        HttpMethod.GET,
        "/health/live",
        new Http.Reply(status, Map.of("content-type", type), List.of(), content));
  }
}
