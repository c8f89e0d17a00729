package parley.launcher.delivery;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import parley.launcher.ParleyCluster;
import parley.launcher.ParleyCluster.Member;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;
import parley.testkit.network.Direction;
import parley.testkit.network.FaultProxy;
import parley.testkit.process.Freeze;
import parley.testkit.servers.PostgresExtension;
import parley.testkit.servers.RedisExtension;

/**
 * Six processes, PostgreSQL and Redis on this machine, with people who write, and everything of it
 * that can be broken. People reach the gateways, and persistence reaches PostgreSQL, through
 * proxies.
 */
final class Stage implements AutoCloseable {
  private static final int SHORTEST_MS = 2_000;
  private static final int LONGEST_MS = 15_000;

  /** Time for two slow answers. */
  private static final int LONG_ENOUGH_MS = 7_000;

  private static final int MOST_RESETS = 20;

  /** Bytes a second, of each connection: less than one who writes hears meanwhile. */
  private static final int NARROW = 600;

  private static final int AFTER_RESET = 3;

  final Trial trial;
  private final Vertx people = Vertx.vertx();
  private final PostgresExtension postgres;
  private final RedisExtension redis;
  private final FaultProxy database;
  private final List<FaultProxy> doors = new ArrayList<>();
  private final ParleyCluster cluster;

  private Stage(
      Path folder, PostgresExtension postgres, RedisExtension redis, int writers, long seed) {
    this.postgres = postgres;
    this.redis = redis;
    String uri = postgres.uri();
    int port = URI.create(uri).getPort();
    database = FaultProxy.before(port);
    int first = ParleyCluster.freePorts(2);
    cluster =
        ParleyCluster.start(
            people,
            folder,
            uri.replace(":" + port + "/", ":" + database.port() + "/"),
            redis.uri(),
            members(first));
    doors.add(FaultProxy.before(first));
    doors.add(FaultProxy.before(first + 1));
    List<Integer> ports = doors.stream().map(FaultProxy::port).toList();
    trial = Trial.open(people, folder, uri, ports, writers, seed);
  }

  /**
   * Starts everything.
   *
   * @param postgres a server that may be crashed
   * @param redis a server that may be crashed
   */
  static Stage set(
      Path folder, PostgresExtension postgres, RedisExtension redis, int writers, long seed) {
    return new Stage(folder, postgres, redis, writers, seed);
  }

  /** Everything that this can do to it. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (String kind : List.of("chat", "persistence")) {
      faults.add(fault(kind + " killed", random -> kill(oneOf(kind, random))));
      faults.add(
          fault(kind + " frozen", random -> freeze(cluster.pid(oneOf(kind, random)), random)));
    }
    faults.add(fault("gateway killed", random -> kill("gateway-" + inUse(random))));
    faults.add(
        fault("gateway frozen", random -> freeze(cluster.pid("gateway-" + inUse(random)), random)));
    faults.add(fault("PostgreSQL frozen", random -> freeze(postgres.pid(), random)));
    faults.add(
        fault("PostgreSQL killed", random -> restart(postgres::crash, postgres::restart, random)));
    faults.add(fault("connections to PostgreSQL reset", random -> resetDatabase()));
    faults.add(fault("connections to a gateway reset", random -> door(random).resetAll()));
    faults.add(fault("network before a gateway silent", this::silence));
    faults.add(
        new Slow("network before a gateway slow", random -> delay(door(random), 600, random)));
    faults.add(new Slow("network before a gateway narrow", this::narrow));
    faults.add(new Slow("network before PostgreSQL slow", random -> delay(database, 250, random)));
    faults.add(fault("sockets ended by clients", random -> trial.cut()));
    faults.add(new Redis("Redis frozen", random -> freezeRedis(random, redis::pid)));
    faults.add(
        new Redis(
            "Redis killed",
            random -> {
              redis.crash();
              awaitNoticed();
              redis.restart();
            }));
    return faults;
  }

  /** A gateway that answers, from 0 on: where nobody is bothered by what is broken. */
  int port(int number) {
    return doors.get(number).port();
  }

  @Override
  public void close() {
    trial.close();
    cluster.close();
    doors.forEach(FaultProxy::close);
    database.close();
    people.close();
  }

  private void kill(String member) {
    cluster.kill(member);
    cluster.restart(people, member);
  }

  private static void freeze(long pid, RandomGenerator random) {
    try (Freeze freeze = Freeze.of(pid)) {
      freeze.lasts(time(random));
    }
  }

  private void freezeRedis(RandomGenerator random, LongSupplier pid) {
    try (Freeze freeze = Freeze.of(pid.getAsLong())) {
      awaitNoticed();
      freeze.lasts(time(random));
    }
  }

  private static void restart(Runnable crash, Runnable restart, RandomGenerator random) {
    crash.run();
    await(time(random));
    restart.run();
  }

  /** Most of the time no connection is needed just then: until somebody needed one. */
  private void resetDatabase() {
    Signs before = trial.signs();
    for (int i = 0; i < MOST_RESETS && trial.signs().since(before).postponed() == 0; i++) {
      database.resetAll();
      trial.awaitMore(AFTER_RESET);
    }
  }

  private void silence(RandomGenerator random) {
    FaultProxy door = door(random);
    door.halfOpen();
    await(time(random));
    door.heal();
  }

  /** Every piece of bytes takes so long more, each way. */
  private static void delay(FaultProxy proxy, int ms, RandomGenerator random) {
    proxy.latency(Duration.ofMillis(ms));
    await(longEnough(random));
    proxy.heal();
  }

  private void narrow(RandomGenerator random) {
    FaultProxy door = door(random);
    door.bandwidth(Direction.TO_CLIENT, NARROW);
    await(longEnough(random));
    door.heal();
  }

  /** Redis is needed by nobody who writes; the page of readiness tells. */
  private void awaitNoticed() {
    Await.until("Redis is told to be away", Duration.ofSeconds(20), this::isDegraded);
  }

  private boolean isDegraded() {
    return Person.call(people, cluster.gateway(1), HttpMethod.GET, "/health/ready", null, null)
        .json()
        .getJsonArray("parts")
        .stream()
        .map(JsonObject.class::cast)
        .anyMatch(part -> part.getString("name").contains("redis") && !part.getBoolean("up"));
  }

  private FaultProxy door(RandomGenerator random) {
    return doors.get(inUse(random) - 1);
  }

  /** The number of a gateway, from 1 on, at which somebody is. */
  private int inUse(RandomGenerator random) {
    List<Integer> used =
        IntStream.rangeClosed(1, doors.size())
            .filter(number -> trial.portsInUse().contains(port(number - 1)))
            .boxed()
            .toList();
    return used.isEmpty() ? 1 : used.get(random.nextInt(used.size()));
  }

  private static String oneOf(String kind, RandomGenerator random) {
    return kind + "-" + random.nextInt(1, 3);
  }

  private static Duration time(RandomGenerator random) {
    return Duration.ofMillis(random.nextInt(SHORTEST_MS, LONGEST_MS));
  }

  private static Duration longEnough(RandomGenerator random) {
    return Duration.ofMillis(random.nextInt(LONG_ENOUGH_MS, LONGEST_MS));
  }

  private static void await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    Await.until("time goes by", time.plusSeconds(1), () -> System.nanoTime() >= end);
  }

  private static List<Member> members(int firstPort) {
    return List.of(
        new Member("persistence-1", "persistence", Map.of()),
        new Member("persistence-2", "persistence,presence", Map.of()),
        new Member("chat-1", "chat", Map.of()),
        new Member("chat-2", "chat", Map.of()),
        new Member("gateway-1", "gateway", gateway(firstPort)),
        new Member("gateway-2", "gateway", gateway(firstPort + 1)));
  }

  /** Whoever is called back logs in, again and again until that works. */
  private static Map<String, String> gateway(int port) {
    return Map.of(
        "PARLEY_PORT", "" + port,
        "PARLEY_THROTTLE_LOG_IN_BURST", "100000",
        "PARLEY_THROTTLE_ACCOUNT_BURST", "100000");
  }

  private static Fault fault(String name, Consumer<RandomGenerator> strike) {
    return new Fault() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public void strike(RandomGenerator random) {
        strike.accept(random);
      }
    };
  }

  /** Noticed means that acknowledgements took longer, again and again, or that sockets ended. */
  private record Slow(String name, Consumer<RandomGenerator> action) implements Fault {
    @Override
    public void strike(RandomGenerator random) {
      action.accept(random);
    }

    @Override
    public boolean isNoticed(Signs met) {
      return met.slow() > 0 || met.closed() > 0;
    }
  }

  /** Struck means noticed here: it is not mended before. */
  private record Redis(String name, Consumer<RandomGenerator> action) implements Fault {
    @Override
    public void strike(RandomGenerator random) {
      action.accept(random);
    }

    @Override
    public boolean isNoticed(Signs met) {
      return true;
    }
  }
}
