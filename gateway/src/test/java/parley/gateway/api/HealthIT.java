package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

class HealthIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();

  @Test
  void namesEachDependency() {
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      Http.Reply ready = host.http().get("/health/ready").expect(200);

      assertEquals("up", ready.json().getString("status"));
      assertEquals(
          Map.of(
              "persistence", true,
              "persistence.postgres", true,
              "chat", true,
              "presence", true,
              "presence.redis", true,
              "gateway.redis", true),
          parts(ready));
      host.http().get("/health/live").expect(200);
    }
  }

  @Test
  void isNotReadyWithoutTheDatabase() {
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      host.parts.postgresUp = false;

      Http.Reply ready = host.http().get("/health/ready").expect(503);

      assertEquals("down", ready.json().getString("status"));
      assertEquals(false, parts(ready).get("persistence.postgres"));
      host.http().get("/health/live").expect(200);
    }
  }

  @Test
  void isNotReadyWhenAPartIsGone() {
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      host.stopParts();

      Http.Reply ready = host.http().get("/health/ready").expect(503);

      assertEquals(false, parts(ready).get("chat"));
      assertEquals(false, parts(ready).get("persistence.postgres"));
      assertEquals(true, parts(ready).get("gateway.redis"));
    }
  }

  @Test
  void staysReadyWithoutRedisButSaysSo() {
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      REDIS.crash();
      try {
        Await.until(
            "Redis is reported",
            Duration.ofSeconds(5),
            () -> "degraded".equals(status(host.http().get("/health/ready").expect(200))));
      } finally {
        REDIS.restart();
      }
      Await.until(
          "Redis is back",
          Duration.ofSeconds(10),
          () -> "up".equals(status(host.http().get("/health/ready").expect(200))));
    }
  }

  @Test
  void asksNobodyMoreThanOnceASecond() {
    try (ApiHost host = ApiHost.start(ApiHost.config(REDIS.uri()))) {
      long begun = System.nanoTime();
      for (int i = 0; i < 50; i++) {
        host.http().get("/health/ready").expect(200);
      }
      long seconds = 1 + (System.nanoTime() - begun) / 1_000_000_000;

      assertTrue(host.parts.asked.get() <= 3 * seconds, "asked " + host.parts.asked.get());
    }
  }

  private static String status(Http.Reply reply) {
    return reply.json().getString("status");
  }

  private static Map<String, Boolean> parts(Http.Reply reply) {
    Map<String, Boolean> parts = new TreeMap<>();
    reply.json().getJsonArray("parts").stream()
        .map(JsonObject.class::cast)
        .forEach(part -> parts.put(part.getString("name"), part.getBoolean("up")));
    return parts;
  }
}
