package parley.launcher.faults;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import parley.contract.id.ConversationId;
import parley.launcher.Metrics;
import parley.launcher.Talk;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * What one process of a cluster does for the others, to see whether it does it. Persistence and
 * chat count what they did; a gateway is tried.
 */
final class Part {
  /** Seconds on a quiet machine; the rest is for one that does much else. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final BooleanSupplier done;

  private Part(String name, BooleanSupplier done) {
    this.name = name;
    this.done = done;
  }

  /** It has been done when the figure of the process with this management port has grown. */
  static Part counted(Vertx people, String name, int port, String figure) {
    double before = Metrics.read(people, port, figure);
    return new Part(name, () -> Metrics.read(people, port, figure) > before);
  }

  /**
   * It is done when all parts are there for {@code port}, somebody logs in there, and hears there
   * what is said at the other gateway, and the other way round.
   */
  static Part tried(Vertx people, String name, Person person, int port, int other) {
    return new Part(name, () -> isWhole(people, port) && talks(people, person, port, other));
  }

  /** Waits until it is done again and prints how long that took since {@code began}. */
  void awaitDone(long began) {
    Await.until(name + " does its part", PATIENCE, this::isDone);
    System.out.printf("%s: back after %d ms%n", name, (System.nanoTime() - began) / 1_000_000);
  }

  private boolean isDone() {
    try {
      return done.getAsBoolean();
    } catch (RuntimeException | AssertionError notYet) {
      return false;
    }
  }

  private static boolean isWhole(Vertx people, int port) {
    Person.Answer answer =
        Person.call(people, port, HttpMethod.GET, "/health/ready", null, null).expect(200);
    return answer.json().getString("status").equals("up");
  }

  private static boolean talks(Vertx people, Person person, int port, int other) {
    Person again = Person.logIn(people, port, person.username());
    try (BridgeClient here = again.connect(people, port);
        BridgeClient there = person.connect(people, other)) {
      ConversationId room = Talk.createRoom(there, "Both gateways " + System.nanoTime());
      Talk.listen(here, room);
      Talk.listen(there, room);
      Talk.say(there, room, "there " + room);
      Talk.say(here, room, "here " + room);
      Talk.awaitTexts(here, room, "there " + room, "here " + room);
      Talk.awaitTexts(there, room, "there " + room, "here " + room);
      return true;
    }
  }
}
