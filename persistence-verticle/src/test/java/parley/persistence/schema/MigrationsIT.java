package parley.persistence.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.persistence.RunningPersistence.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.persistence.Probe;
import parley.persistence.pg.PgAddress;
import parley.testkit.servers.PostgresExtension;

class MigrationsIT {
  @RegisterExtension
  static final PostgresExtension POSTGRES = PostgresExtension.dedicated().fsync(false);

  private Vertx vertx;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void close() {
    await(vertx.close());
  }

  @Test
  void areAppliedOnceWhenProcessesStartTogether() throws Exception {
    String uri = POSTGRES.newDatabase();
    List<Vertx> processes = IntStream.range(0, 3).mapToObj(i -> Vertx.vertx()).toList();
    List<Future<Void>> starts =
        processes.stream()
            .map(process -> new Migrations(process, address(uri)).apply(Duration.ofSeconds(10)))
            .toList();
    starts.forEach(start -> await(start));
    processes.forEach(process -> await(process.close()));
    try (Probe probe = new Probe(uri)) {
      assertEquals(
          probe.number("select count(distinct version) from flyway_schema_history"),
          probe.number("select count(*) from flyway_schema_history where success"));
      assertEquals(1, probe.number("select count(*) from beacon"));
    }
    await(new Migrations(vertx, address(uri)).apply(Duration.ofSeconds(10)));
  }

  @Test
  void waitForADatabaseThatIsNotThereYet() throws Exception {
    String uri = POSTGRES.newDatabase();
    POSTGRES.crash();
    Future<Void> start = new Migrations(vertx, address(uri)).apply(Duration.ofSeconds(60));
    assertThrows(
        Throwable.class,
        () -> await(new Migrations(vertx, address(uri)).apply(Duration.ofMillis(1))),
        "patience ends");
    assertFalse(start.isComplete());
    POSTGRES.restart();
    await(start);
    assertTrue(start.succeeded());
  }

  @Test
  void doNotWaitWhereThePasswordIsWrong() {
    String uri = POSTGRES.newDatabase().replaceFirst(":[^:@/]+@", ":wrong@");
    long start = System.nanoTime();
    AssertionError refused =
        assertThrows(
            AssertionError.class,
            () -> await(new Migrations(vertx, address(uri)).apply(Duration.ofSeconds(25))));
    assertTrue(System.nanoTime() - start < Duration.ofSeconds(10).toNanos());
    assertFalse(refused.toString().contains("wrong"));
  }

  private static PgAddress address(String uri) {
    return PgAddress.of(URI.create(uri));
  }
}
