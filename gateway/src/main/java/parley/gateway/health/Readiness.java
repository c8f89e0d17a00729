package parley.gateway.health;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.Operation;
import parley.contract.health.Health;
import parley.contract.health.HealthOperations;
import parley.contract.health.PartHealth;
import parley.contract.health.ReadHealth;

/**
 * Asks all parts how they are, once a second at most however often somebody wants to know. Confined
 * to the event loop that made it.
 */
final class Readiness {
  private static final Duration ALLOWED = Duration.ofSeconds(1);
  private static final long KEPT_NANOS = 1_000_000_000L;

  private final BusClient bus;
  private final Map<String, Supplier<Future<Boolean>>> own;
  private Future<Report> latest;
  private long askedAt;

  Readiness(BusClient bus, Map<String, Supplier<Future<Boolean>>> own) {
    this.bus = bus;
    this.own = Map.copyOf(own);
  }

  /** Never fails: a part that does not answer is down. */
  Future<Report> read() {
    boolean fresh =
        latest != null && (!latest.isComplete() || System.nanoTime() - askedAt < KEPT_NANOS);
    if (!fresh) {
      askedAt = System.nanoTime();
      latest = ask();
    }
    return latest;
  }

  private Future<Report> ask() {
    List<Future<List<PartHealth>>> answers = new ArrayList<>();
    answers.add(ask("persistence", HealthOperations.PERSISTENCE_HEALTH, "postgres"));
    answers.add(ask("chat", HealthOperations.CHAT_HEALTH));
    answers.add(ask("presence", HealthOperations.PRESENCE_HEALTH, "redis"));
    own.forEach((name, check) -> answers.add(check(name, check)));
    return Future.all(answers)
        .map(
            all -> {
              List<PartHealth> parts = new ArrayList<>();
              answers.forEach(answer -> parts.addAll(answer.result()));
              return Report.of(parts);
            });
  }

  private static Future<List<PartHealth>> check(String name, Supplier<Future<Boolean>> check) {
    return check
        .get()
        .timeout(ALLOWED.toMillis(), TimeUnit.MILLISECONDS)
        .otherwise(false)
        .map(up -> List.of(new PartHealth(name, up)));
  }

  /** A part and what it depends on; all of it down if the part does not answer. */
  private Future<List<PartHealth>> ask(
      String part, Operation<ReadHealth, Health> operation, String... dependencies) {
    Caller self = Caller.process(UUID.randomUUID().toString(), ALLOWED);
    return bus.request(operation, new ReadHealth(), self)
        .map(health -> prefixed(part, true, health.parts()))
        .otherwise(
            away ->
                prefixed(
                    part,
                    false,
                    Stream.of(dependencies).map(name -> new PartHealth(name, false)).toList()));
  }

  private static List<PartHealth> prefixed(String part, boolean up, List<PartHealth> parts) {
    return Stream.concat(
            Stream.of(new PartHealth(part, up)),
            parts.stream().map(one -> new PartHealth(part + "." + one.name(), one.up())))
        .toList();
  }
}
