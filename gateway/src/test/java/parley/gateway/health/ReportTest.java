package parley.gateway.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.contract.health.PartHealth;

class ReportTest {
  @ParameterizedTest
  @CsvSource({
    "persistence, down, false",
    "persistence.postgres, down, false",
    "chat, down, false",
    "presence, degraded, true",
    "presence.redis, degraded, true",
    "gateway.redis, degraded, true",
    "nothing, up, true",
  })
  void isReadyAsLongAsPeopleCanReadAndWrite(String away, String status, boolean ready) {
    List<PartHealth> parts =
        List.of(
                "persistence",
                "persistence.postgres",
                "chat",
                "presence",
                "presence.redis",
                "gateway.redis")
            .stream()
            .map(name -> new PartHealth(name, !name.equals(away)))
            .toList();

    Report report = Report.of(parts);

    assertEquals(status, report.status());
    assertEquals(ready, report.ready());
  }
}
