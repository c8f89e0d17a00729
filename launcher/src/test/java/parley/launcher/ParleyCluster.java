package parley.launcher;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.gateway.session.SigningKeys;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;

/**
 * Parley in six processes on this machine: two gateways, two chats, two persistences, the second of
 * which also tells presence. Its members meet at ports of their own, so that several runs do not.
 */
final class ParleyCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOOPBACK = "127.0.0.1";
  private static final Map<String, String> PARTS = parts();

  private final Map<String, String> environment;
  private final int firstPort = freePorts(PARTS.size());
  private final Map<String, ParleyProcess> processes = new LinkedHashMap<>();

  private ParleyCluster(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * Starts all at once and returns when both gateways reach everything.
   *
   * @param folder for the key that signs tokens
   */
  static ParleyCluster start(Vertx people, Path folder, String postgres, String redis) {
    Path keys = folder.resolve("keys.json");
    SigningKeys.create(keys);
    ParleyCluster cluster =
        new ParleyCluster(
            Map.of(
                "PARLEY_PORT",
                "0",
                "PARLEY_DATA",
                folder.resolve("data").toString(),
                "PARLEY_POSTGRES_URL",
                postgres,
                "PARLEY_REDIS_URL",
                redis,
                "PARLEY_SESSION_KEY_FILE",
                keys.toString(),
                "PARLEY_BRIDGE_REQUEST_BURST",
                "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND",
                "100000"));
    try {
      PARTS.keySet().forEach(cluster::launch);
      cluster.processes.values().forEach(ParleyProcess::awaitReady);
      cluster.awaitWhole(people);
      return cluster;
    } catch (RuntimeException | AssertionError failed) {
      cluster.close();
      throw failed;
    }
  }

  /** The port of a gateway, 1 or 2. */
  int gateway(int number) {
    return processes.get("gateway-" + number).port();
  }

  /** {@code kill -9}, without any warning. */
  void kill(String name) {
    processes.get(name).kill();
  }

  /** Starts anew what was killed. */
  void restart(Vertx people, String... names) {
    List.of(names).forEach(this::launch);
    List.of(names).forEach(name -> processes.get(name).awaitReady());
    awaitWhole(people);
  }

  List<ParleyProcess> processes() {
    return List.copyOf(processes.values());
  }

  @Override
  public void close() {
    processes.values().forEach(ParleyProcess::close);
  }

  private void launch(String name) {
    Map<String, String> own = new HashMap<>(environment);
    own.put("PARLEY_CLUSTER_PORT", Integer.toString(portOf(name)));
    own.put(
        "PARLEY_CLUSTER_MEMBERS",
        PARTS.keySet().stream()
            .map(member -> LOOPBACK + ":" + portOf(member))
            .collect(Collectors.joining(",")));
    ParleyProcess before =
        processes.put(name, ParleyProcess.start(own, "run", "--only", PARTS.get(name)));
    if (before != null) {
      before.close();
    }
  }

  private void awaitWhole(Vertx people) {
    for (int gateway = 1; gateway <= 2; gateway++) {
      int port = gateway(gateway);
      Await.until("gateway " + gateway + " reaches all", PATIENCE, () -> isReady(people, port));
    }
  }

  private static boolean isReady(Vertx people, int port) {
    return Person.call(people, port, HttpMethod.GET, "/health/ready", null, null).status() == 200;
  }

  private int portOf(String name) {
    return firstPort + List.copyOf(PARTS.keySet()).indexOf(name);
  }

  private static Map<String, String> parts() {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("persistence-1", "persistence");
    parts.put("persistence-2", "persistence,presence");
    parts.put("chat-1", "chat");
    parts.put("chat-2", "chat");
    parts.put("gateway-1", "gateway");
    parts.put("gateway-2", "gateway");
    return parts;
  }

  /** The first of so many free ports in a row, below those that the system gives away. */
  static int freePorts(int count) {
    for (int tries = 0; tries < 100; tries++) {
      int first = ThreadLocalRandom.current().nextInt(12_000, 30_000);
      if (IntStream.range(first, first + count).allMatch(ParleyCluster::isFree)) {
        return first;
      }
    }
    throw new IllegalStateException("no free ports in a row");
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName(LOOPBACK))) {
      return probe.isBound();
    } catch (BindException taken) {
      return false;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
