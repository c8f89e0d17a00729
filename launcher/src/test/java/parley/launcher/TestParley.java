package parley.launcher;

import io.vertx.core.Vertx;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.Deadline;
import parley.contract.Operation;
import parley.contract.account.OpenAccount;
import parley.contract.account.SettingsOperations;
import parley.contract.id.SessionId;
import parley.contract.relation.AcceptFriend;
import parley.contract.relation.OpenTo;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.RequestFriend;
import parley.embedded.EmbeddedPostgres;
import parley.embedded.EmbeddedRedis;
import parley.testkit.bridge.Await;
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

  /** Somebody new to whom everybody may write, and who has not been online for that. */
  public Person signUpOpen(String username) {
    Person person = signUp(username);
    ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.EVERYBODY), person);
    return person;
  }

  /** Makes friends of two, who have not been online for that. */
  public void befriend(Person one, Person other) {
    ask(RelationOperations.REQUEST_FRIEND, new RequestFriend(other.account(), null), one);
    ask(RelationOperations.ACCEPT_FRIEND, new AcceptFriend(one.account()), other);
  }

  private <Q> void ask(Operation<Q, ?> operation, Q request, Person as) {
    SessionId nowhere = new SessionId(UUID.randomUUID());
    Deadline soon = Deadline.in(Duration.ofSeconds(5));
    Await.get(bus().request(operation, request, new Caller(as.account(), nowhere, "test", soon)));
  }

  @Override
  public void close() {
    people.close();
    parley.stop();
  }
}
