package parley.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.bus.BusClient;
import parley.bus.ParleyBus;
import parley.config.ConfigReader;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.health.Health;
import parley.contract.health.HealthOperations;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;
import parley.testkit.servers.RedisExtension;

class PresenceVerticleIT {
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();

  private Vertx vertx;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    ParleyBus.install(vertx, Catalog.core());
  }

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void tellsThatRedisIsUpAndWhenItIsKilledAndWhenItIsBack() throws Exception {
    deploy(config(REDIS.uri()));
    assertTrue(redisIsUp());
    REDIS.crash();
    assertEquals(false, redisIsUp());
    REDIS.restart();
    awaitUp();
  }

  @Test
  void aFrozenRedisIsDownWithinTheDeadlineOfTheCheckAndComesBack() throws Exception {
    deploy(config(REDIS.uri()));
    assertTrue(redisIsUp());
    signal("STOP");
    try {
      for (int i = 0; i < 5; i++) {
        assertEquals(false, redisIsUp());
      }
    } finally {
      signal("CONT");
    }
    awaitUp();
  }

  @Test
  void startsWithoutRedisAndFindsItWhenItComes() throws Exception {
    String address = REDIS.uri();
    REDIS.crash();
    try {
      deploy(config(address));
      assertEquals(false, redisIsUp());
    } finally {
      REDIS.restart();
    }
    awaitUp();
  }

  @Test
  void aWrongPasswordIsNotUp() throws Exception {
    deploy(config(REDIS.uri().replaceFirst(":[^:@]+@", ":wrong@")));
    assertEquals(false, redisIsUp());
  }

  @Test
  void doesNotStartWithoutAnAddress() {
    PresenceConfig none = PresenceConfig.from(new ConfigReader(Map.of(), Map.of()));
    ExecutionException failed = assertThrows(ExecutionException.class, () -> deploy(none));
    assertEquals("redis.url is not set", failed.getCause().getMessage());
  }

  private void deploy(PresenceConfig config) throws Exception {
    await(vertx.deployVerticle(new PresenceVerticle(config, new SimpleMeterRegistry())));
  }

  private static PresenceConfig config(String address) {
    return PresenceConfig.from(new ConfigReader(Map.of(), Map.of())).withRedis(URI.create(address));
  }

  private boolean redisIsUp() throws Exception {
    Health health =
        await(
            new BusClient(vertx)
                .request(
                    HealthOperations.PRESENCE_HEALTH,
                    new ReadHealth(),
                    Caller.process("test", Duration.ofSeconds(1))));
    assertEquals(List.of("redis"), health.parts().stream().map(PartHealth::name).toList());
    return health.parts().get(0).up();
  }

  private void awaitUp() throws Exception {
    long deadline = System.nanoTime() + RECOVERY.toNanos();
    while (!redisIsUp()) {
      assertTrue(System.nanoTime() < deadline, "Redis is back but not seen within " + RECOVERY);
    }
  }

  private static void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(REDIS.pid())).start();
    assertEquals(0, kill.waitFor());
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
