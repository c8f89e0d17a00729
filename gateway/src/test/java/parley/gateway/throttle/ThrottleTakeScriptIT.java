package parley.gateway.throttle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.gateway.redis.RedisCalls;
import parley.gateway.redis.RedisConfig;
import parley.testkit.bridge.Await;
import parley.testkit.servers.RedisExtension;

class ThrottleTakeScriptIT {
  @RegisterExtension static final RedisExtension REDIS = RedisExtension.dedicated();
  private Vertx vertx;
  private RedisCalls redis;
  private ThrottleTakeScript script;

  @BeforeEach
  void start() {
    REDIS.flush();
    vertx = Vertx.vertx();
    redis = new RedisCalls(vertx, RedisConfig.at(URI.create(REDIS.uri())));
    script = new ThrottleTakeScript(redis);
  }

  @AfterEach
  void stop() {
    Await.get(vertx.close());
  }

  @Test
  void allowsABurstAndSaysHowLongToWaitThen() {
    Bucket bucket = bucket("a", 3, Duration.ofMinutes(1));

    assertEquals(Duration.ZERO, take(bucket));
    assertEquals(Duration.ZERO, take(bucket));
    assertEquals(Duration.ZERO, take(bucket));
    Duration wait = take(bucket);

    assertTrue(wait.toMillis() > 55_000 && wait.toMillis() <= 60_000, "wait " + wait);
  }

  @Test
  void fillsUpAgainByTheClockOfRedis() {
    Bucket bucket = bucket("b", 1, Duration.ofMillis(200));
    assertEquals(Duration.ZERO, take(bucket));
    assertTrue(take(bucket).toMillis() > 0);

    Await.until("a token is back", Duration.ofSeconds(2), () -> take(bucket).equals(Duration.ZERO));

    assertTrue(take(bucket).toMillis() > 0);
  }

  @Test
  void takesFromAllOrFromNone() {
    Bucket one = bucket("one", 1, Duration.ofMinutes(1));
    Bucket two = bucket("two", 2, Duration.ofMinutes(1));

    assertEquals(Duration.ZERO, take(one, two));
    assertTrue(take(one, two).toMillis() > 0);
    assertEquals(Duration.ZERO, take(two));
  }

  @Test
  void forgetsABucketOnceItWouldBeFull() {
    take(bucket("short", 1, Duration.ofMillis(100)));
    take(bucket("long", 4, Duration.ofSeconds(30)));

    Await.until("the bucket expired", () -> exists("throttle:short") == 0);
    long ttl = Await.get(redis.send(Request.cmd(Command.PTTL).arg("throttle:long"))).toLong();
    assertTrue(ttl > 25_000 && ttl <= 30_000, "ttl " + ttl);
  }

  @Test
  void isLoadedAgainWhenRedisForgotIt() {
    Bucket bucket = bucket("c", 5, Duration.ofMinutes(1));
    take(bucket);
    Await.get(redis.send(Request.cmd(Command.SCRIPT).arg("FLUSH")));

    assertEquals(Duration.ZERO, take(bucket));
  }

  private int exists(String key) {
    return Await.get(redis.send(Request.cmd(Command.EXISTS).arg(key))).toInteger();
  }

  private Duration take(Bucket... buckets) {
    return Await.get(script.take(List.of(buckets)));
  }

  private static Bucket bucket(String key, int burst, Duration every) {
    return new Bucket(key, new Allowance(burst, every));
  }
}
