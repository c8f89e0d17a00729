package parley.launcher;

import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import parley.bus.BusClient;
import parley.embedded.EmbeddedPostgres;
import parley.embedded.EmbeddedRedis;
import parley.testkit.bridge.Person;

/**
 * All of Parley in this JVM, on a free port and on real embedded servers, as one command runs it.
 */
public final class TestParley implements AutoCloseable {
  /** Where the people of a test live, apart from the servers. */
  public final Vertx people = Vertx.vertx();

  private final Parley parley;

  private TestParley(Parley parley) {
    this.parley = parley;
  }

  /** With the settings of one command. */
  public static TestParley start(Path data) {
    return start(data, Map.of());
  }

  /** With further settings, as environment variables. */
  public static TestParley start(Path data, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.putIfAbsent("PARLEY_PORT", "0");
    environment.put("PARLEY_DATA", data.toString());
    Settings settings = new Settings(environment, Map.of());
    ClusterRoles everything = new ClusterRoles(Roles.everything(), false);
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    return new TestParley(Parley.start(settings, everything, silent));
  }

  public int port() {
    return parley.port();
  }

  public int managementPort() {
    return parley.managementPort();
  }

  /** The PostgreSQL that runs now. */
  public EmbeddedPostgres postgres() {
    return parley.servers().postgres();
  }

  /** The Redis that runs now. */
  public EmbeddedRedis redis() {
    return parley.servers().redis();
  }

  /** What everything runs on. */
  public Vertx vertx() {
    return parley.vertx();
  }

  /** The bus behind the gate. */
  public BusClient bus() {
    return new BusClient(parley.vertx());
  }

  /** Somebody new, with a program's tokens. */
  public Person signUp(String username) {
    return Person.signUp(people, port(), username);
  }

  @Override
  public void close() {
    people.close();
    parley.stop();
  }
}
