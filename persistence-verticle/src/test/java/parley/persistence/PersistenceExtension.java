package parley.persistence;

import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.testkit.servers.PostgresExtension;

/**
 * A process with the persistence verticle on a fresh database, for the test class that registers it
 * in a static field. Commits are not durable.
 */
public final class PersistenceExtension implements BeforeAllCallback, AfterAllCallback {
  private final PostgresExtension postgres = PostgresExtension.shared().fsync(false);
  private final Function<String, RunningPersistence> start;
  private RunningPersistence running;

  private PersistenceExtension(Function<String, RunningPersistence> start) {
    this.start = start;
  }

  /** With default settings. */
  public static PersistenceExtension fresh() {
    return with(Map.of());
  }

  /** With some settings. */
  public static PersistenceExtension with(Map<String, String> settings) {
    return new PersistenceExtension(uri -> RunningPersistence.on(uri, settings));
  }

  /** With several instances of the verticle. */
  public static PersistenceExtension instances(int count) {
    return new PersistenceExtension(uri -> RunningPersistence.instances(uri, count));
  }

  /** People of this database; they can act once the class has begun. */
  public People people() {
    return new People(this::running);
  }

  /** Where the database is. */
  public String uri() {
    return postgres.uri();
  }

  public RunningPersistence running() {
    return running;
  }

  /** See {@link RunningPersistence#ask}. */
  public <Q, A> A ask(Operation<Q, A> operation, Q request) {
    return running.ask(operation, request);
  }

  /** See {@link RunningPersistence#start(Operation, Object)}. */
  public <Q, A> Future<A> start(Operation<Q, A> operation, Q request) {
    return running.start(operation, request);
  }

  /** See {@link RunningPersistence#refusal(Operation, Object)}. */
  public <Q, A> FailureCode refusal(Operation<Q, A> operation, Q request) {
    return running.refusal(operation, request);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres.beforeAll(context);
    running = start.apply(postgres.uri());
  }

  @Override
  public void afterAll(ExtensionContext context) {
    running.close();
    postgres.afterAll(context);
  }
}
