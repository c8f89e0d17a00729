package parley.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Json;

class ProblemTest {
  @ParameterizedTest
  @EnumSource(FailureCode.class)
  void hasAStatusForEveryCodeThatFitsItsDuty(FailureCode code) {
    Problem problem = Problem.of(BusFailure.of(code));

    boolean refused = code.number() < 2000 && problem.status() / 100 == 4;
    boolean later =
        code.number() / 1000 == 2 && Set.of(409, 429, 500, 503).contains(problem.status());
    boolean over = code.number() / 1000 == 3 && problem.status() == 401;
    assertTrue(refused || later || over, problem.toString());
    assertEquals(code.meaning(), problem.title());
  }

  @Test
  void isWrittenWithTheFieldAndWithoutHeaders() {
    JsonObject json = new JsonObject(Json.encode(Problem.of(BusFailure.malformed("password"))));

    assertEquals(Set.of("type", "title", "status", "code", "field"), json.fieldNames());
    assertEquals("urn:parley:failure:MALFORMED", json.getString("type"));
    assertEquals("password", json.getString("field"));
  }

  @Test
  void leavesTheFieldOutWhereThereIsNone() {
    assertFalse(Json.encode(Problem.of(BusFailure.of(FailureCode.FORBIDDEN))).contains("field"));
  }

  @Test
  void roundsAPauseUp() {
    assertEquals(1, Refusal.throttled(Duration.ofMillis(1)).problem().retryAfterSeconds());
    assertEquals(3, Refusal.throttled(Duration.ofMillis(2_001)).problem().retryAfterSeconds());
  }
}
