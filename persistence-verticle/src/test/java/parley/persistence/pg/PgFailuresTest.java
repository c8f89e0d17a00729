package parley.persistence.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;

class PgFailuresTest {
  @Test
  void tellsWhatMayPass() {
    for (String state :
        List.of(
            "57014", "57P01", "57P03", "53300", "53100", "08006", "40001", "40P01", "55P03",
            "25P03")) {
      assertEquals(FailureCode.UNAVAILABLE, PgFailures.declared(refused(state)).code(), state);
    }
    assertEquals(
        FailureCode.UNAVAILABLE, PgFailures.declared(new ConnectException("refused")).code());
    assertEquals(FailureCode.UNAVAILABLE, PgFailures.declared(new TimeoutException()).code());
    assertEquals(
        FailureCode.UNAVAILABLE,
        PgFailures.declared(VertxException.noStackTrace("Timeout")).code());
  }

  @Test
  void callsTheRestOurBug() {
    assertEquals(FailureCode.INTERNAL, PgFailures.declared(refused("23505")).code());
    assertEquals(FailureCode.INTERNAL, PgFailures.declared(refused("42601")).code());
    assertEquals(
        FailureCode.INTERNAL,
        PgFailures.declared(VertxException.noStackTrace("Parameter at position[0] …")).code());
    assertEquals(
        FailureCode.INTERNAL, PgFailures.declared(new IllegalStateException("bug")).code());
  }

  @Test
  void passesDeclaredFailuresOn() {
    BusFailure failure = BusFailure.of(FailureCode.STALE);
    assertSame(failure, PgFailures.declared(failure));
  }

  @Test
  void quotesNoRow() {
    assertFalse(PgFailures.describe(refused("23505")).contains("secret"));
    assertFalse(
        PgFailures.describe(VertxException.noStackTrace("Parameter secret")).contains("secret"));
  }

  private static PgException refused(String state) {
    return new PgException("Key (name)=(secret)", "ERROR", state, "Failing row: secret");
  }
}
