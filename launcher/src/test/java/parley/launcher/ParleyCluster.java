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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.gateway.session.SigningKeys;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Person.Answer;

/**
 * Parley in several processes on this machine. Its members meet at ports of their own, so that
 * several runs do not. A process whose name begins with {@code gateway-} serves people.
 */
public final class ParleyCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LOWEST_PORT = 12_000;
  private static final int PORTS_OF_A_JVM = 4_500;

  /** So many ports above its own a process tries before it gives up. */
  private static final int GAP = 50;

  private static final AtomicInteger NEXT =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS_OF_A_JVM));

  private static final String GATEWAY = "gateway-";

  /** Two gateways, two chats, two persistences, the second of which also tells presence. */
  private static final List<Member> SIX =
      List.of(
          new Member("persistence-1", "persistence", Map.of()),
          new Member("persistence-2", "persistence,presence", Map.of()),
          new Member("chat-1", "chat", Map.of()),
          new Member("chat-2", "chat", Map.of()),
          new Member(GATEWAY + 1, "gateway", Map.of()),
          new Member(GATEWAY + 2, "gateway", Map.of()));

  private final List<Member> members;
  private final Map<String, String> environment;
  private final int firstPort;
  private final Map<String, ParleyProcess> processes = new LinkedHashMap<>();

  private ParleyCluster(List<Member> members, Map<String, String> environment) {
    this.members = members;
    this.environment = Map.copyOf(environment);
    this.firstPort = freePorts(members.size());
  }

  /**
   * One process.
   *
   * @param parts what it runs, as {@code --only} takes it
   * @param environment what it is told beside what all are told
   * @param classes a folder of classes that it takes in place of those of the same names, or null
   */
  public record Member(String name, String parts, Map<String, String> environment, Path classes) {
    /** With the classes of this build. */
    public Member(String name, String parts, Map<String, String> environment) {
      this(name, parts, environment, null);
    }
  }

  /** Six processes. */
  public static ParleyCluster start(Vertx people, Path folder, String postgres, String redis) {
    return start(people, folder, postgres, redis, SIX);
  }

  /**
   * Starts all at once and returns when the gateways reach everything.
   *
   * @param folder for {@link #keyFile}
   */
  public static ParleyCluster start(
      Vertx people, Path folder, String postgres, String redis, List<Member> members) {
    SigningKeys.create(keyFile(folder));
    ParleyCluster cluster =
        new ParleyCluster(
            members,
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
                keyFile(folder).toString(),
                "PARLEY_BRIDGE_REQUEST_BURST",
                "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND",
                "100000"));
    try {
      members.forEach(cluster::launch);
      cluster.processes.values().forEach(ParleyProcess::awaitReady);
      cluster.awaitWhole(people);
      return cluster;
    } catch (RuntimeException | AssertionError failed) {
      cluster.close();
      throw failed;
    }
  }

  /** The file of the keys that sign tokens, which all gateways share. */
  static Path keyFile(Path folder) {
    return folder.resolve("keys.json");
  }

  /** The port of a gateway, from 1 on. */
  public int gateway(int number) {
    return processes.get(GATEWAY + number).port();
  }

  /** {@code kill -9}, without any warning. */
  public void kill(String name) {
    processes.get(name).kill();
  }

  /** Starts anew what was killed. */
  public void restart(Vertx people, String... names) {
    List.of(names).forEach(name -> launch(member(name)));
    List.of(names).forEach(name -> processes.get(name).awaitReady());
    awaitWhole(people);
  }

  /** The process of this name. */
  public long pid(String name) {
    return processes.get(name).pid();
  }

  /** Whether the process of this name has printed these words since it was started. */
  public boolean has(String name, String words) {
    return processes.get(name).has(words);
  }

  List<ParleyProcess> processes() {
    return List.copyOf(processes.values());
  }

  @Override
  public void close() {
    processes.values().forEach(ParleyProcess::close);
  }

  private void launch(Member member) {
    Map<String, String> own = new HashMap<>(environment);
    own.putAll(member.environment());
    own.put("PARLEY_CLUSTER_PORT", Integer.toString(portOf(member)));
    own.put(
        "PARLEY_CLUSTER_MEMBERS",
        members.stream()
            .map(other -> LOOPBACK + ":" + portOf(other))
            .collect(Collectors.joining(",")));
    ParleyProcess before = processes.put(member.name(), start(member, own));
    if (before != null) {
      before.close();
    }
  }

  private static ParleyProcess start(Member member, Map<String, String> environment) {
    String[] arguments = {"run", "--only", member.parts()};
    return member.classes() == null
        ? ParleyProcess.start(environment, arguments)
        : ParleyProcess.replacing(member.classes(), environment, arguments);
  }

  private void awaitWhole(Vertx people) {
    processes.forEach(
        (name, process) -> {
          if (name.startsWith(GATEWAY)) {
            Await.until(
                () -> name + " reaches all: " + readiness(people, process.port()).content(),
                PATIENCE,
                () -> readiness(people, process.port()).status() == 200);
          }
        });
  }

  private static Answer readiness(Vertx people, int port) {
    return Person.call(people, port, HttpMethod.GET, "/health/ready", null, null);
  }

  private int portOf(Member member) {
    return firstPort + members.indexOf(member);
  }

  private Member member(String name) {
    return members.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
  }

  /**
   * The first of so many free ports in a row, below those that the system gives away; none is given
   * twice soon. JVMs that run tests beside each other have ranges of their own.
   */
  public static int freePorts(int count) {
    int lowest = LOWEST_PORT + (Integer.getInteger("parley.fork", 1) - 1) % 4 * PORTS_OF_A_JVM;
    for (int tries = 0; tries < 100; tries++) {
      int first = lowest + NEXT.getAndAdd(count + GAP) % (PORTS_OF_A_JVM - count - GAP);
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
