package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageOperations;
import parley.contract.message.TextContent;
import parley.launcher.Metrics;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.process.Freeze;

/** An embedded server stands still for eight seconds while people talk, and goes on. */
class FrozenFaultIT {
  private static final int MESSAGES = 300;
  private static final Duration LONG = Duration.ofSeconds(8);

  @TempDir static Path data;

  private static Crowd crowd;

  @BeforeAll
  static void gather() {
    crowd = Crowd.gather(data);
  }

  @AfterAll
  static void leave() {
    crowd.close();
  }

  @Test
  void requestsAreRefusedInTimeWhilePostgresIsFrozenAndWorkAfterwards() {
    long pid = crowd.parley.postgres().pid();
    try (BridgeClient socket = crowd.connect()) {
      ConversationId aside = Crowd.room(socket);
      crowd.talkThrough(
          "Postgres frozen",
          MESSAGES,
          () -> {
            try (Freeze postgres = Freeze.of(pid)) {
              crowd.awaitAway("persistence.postgres");
              assertEquals(503, crowd.readiness().status());
              refusesWhatTheQueueCannotHold(aside);
              crowd.tellsThatItIsUnavailable(socket, aside);
              postgres.lasts(LONG);
            }
          });
    }
    assertEquals(pid, crowd.parley.postgres().pid(), "it was not started again");
    crowd.canComeIn();
  }

  @Test
  void peopleComeInAndTalkWhileRedisIsFrozen() {
    long pid = crowd.parley.redis().pid();
    crowd.talkThrough(
        "Redis frozen",
        MESSAGES,
        () -> {
          try (Freeze redis = Freeze.of(pid)) {
            crowd.awaitAway("gateway.redis", "presence.redis");
            assertEquals(200, crowd.readiness().status());
            crowd.canComeIn();
            redis.lasts(LONG);
          }
        });
    assertEquals(pid, crowd.parley.redis().pid(), "it was not started again");
    crowd.canComeIn();
  }

  /** Five times what may wait is asked at once; what is too much is told so at once. */
  private static void refusesWhatTheQueueCannotHold(ConversationId aside) {
    double before = Metrics.read(crowd.parley, "persistence_append_refused_total");
    BusClient bus = crowd.parley.bus();
    Stream.generate(() -> append(aside))
        .limit(5 * Crowd.WAITING)
        .forEach(
            message ->
                bus.request(
                    MessageOperations.APPEND_MESSAGE,
                    message,
                    Caller.process(UUID.randomUUID().toString(), Duration.ofSeconds(1))));
    Await.until(
        "what is too much is refused",
        () ->
            Metrics.read(crowd.parley, "persistence_append_refused_total") - before
                >= 4 * Crowd.WAITING - 2);
  }

  private static AppendMessage append(ConversationId to) {
    return new AppendMessage(
        to,
        crowd.ada().account(),
        new ClientId(UUID.randomUUID()),
        new TextContent("too much"),
        1,
        0);
  }
}
