package parley.launcher;

import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import parley.bus.BusClient;
import parley.testkit.bridge.Person;

/**
 * All of Parley in this JVM, on a free port and on real embedded servers, as one command runs it.
 */
final class TestParley implements AutoCloseable {
  final Vertx people = Vertx.vertx();
  private final Parley parley;

  private TestParley(Parley parley) {
    this.parley = parley;
  }

  static TestParley start(Path data) {
    return start(data, Map.of());
  }

  static TestParley start(Path data, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(more);
    environment.put("PARLEY_PORT", "0");
    environment.put("PARLEY_DATA", data.toString());
    Settings settings = new Settings(environment, Map.of());
    ClusterRoles everything = new ClusterRoles(Roles.everything(), false);
    PrintStream silent = new PrintStream(OutputStream.nullOutputStream());
    return new TestParley(Parley.start(settings, everything, silent));
  }

  int port() {
    return parley.port();
  }

  int managementPort() {
    return parley.managementPort();
  }

  /** The bus behind the gate. */
  BusClient bus() {
    return new BusClient(parley.vertx());
  }

  Person signUp(String username) {
    return Person.signUp(people, port(), username);
  }

  @Override
  public void close() {
    people.close();
    parley.stop();
  }
}
