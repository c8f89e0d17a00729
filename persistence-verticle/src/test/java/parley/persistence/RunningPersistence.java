package parley.persistence;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import parley.bus.BusClient;
import parley.bus.ParleyBus;
import parley.config.ConfigReader;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.Operation;

/** A process with the persistence verticle, asked over its bus as every other context asks. */
public final class RunningPersistence implements AutoCloseable {
  private static final Duration ALLOWED = Duration.ofSeconds(5);

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final BusClient bus;

  private RunningPersistence(PersistenceConfig config, int instances) {
    ParleyBus.install(vertx, Catalog.core());
    bus = new BusClient(vertx);
    for (int i = 0; i < instances; i++) {
      await(vertx.deployVerticle(new PersistenceVerticle(config, meters)));
    }
  }

  /** With default settings. */
  public static RunningPersistence on(String uri) {
    return on(uri, Map.of());
  }

  /** With some settings. */
  public static RunningPersistence on(String uri, Map<String, String> settings) {
    return new RunningPersistence(config(uri, settings), 1);
  }

  /** With several instances of the verticle. */
  public static RunningPersistence instances(String uri, int count) {
    return new RunningPersistence(config(uri, Map.of()), count);
  }

  /** Settings as a process reads them; refused if there is anything wrong with them. */
  public static PersistenceConfig config(String uri, Map<String, String> settings) {
    ConfigReader reader = new ConfigReader(Map.of(), settings);
    PersistenceConfig config = PersistenceConfig.from(reader);
    if (!reader.problems().isEmpty()) {
      throw new IllegalArgumentException(reader.problems().toString());
    }
    return config.withPostgres(URI.create(uri));
  }

  /** The reply; throws what it failed with. */
  public <Q, A> A ask(Operation<Q, A> operation, Q request) {
    return await(start(operation, request));
  }

  /** The reply to come. */
  public <Q, A> Future<A> start(Operation<Q, A> operation, Q request) {
    return start(operation, request, ALLOWED);
  }

  /** The reply to come, awaited by its caller no longer than {@code allowed}. */
  public <Q, A> Future<A> start(Operation<Q, A> operation, Q request, Duration allowed) {
    return bus.request(operation, request, Caller.process("test", allowed));
  }

  /** The code with which the request is refused; fails if it is not. */
  public <Q, A> FailureCode refusal(Operation<Q, A> operation, Q request) {
    return refusal(start(operation, request));
  }

  /** The code with which a request was refused; fails if it was not. */
  public static FailureCode refusal(Future<?> asked) {
    try {
      Object reply = await(asked);
      throw new AssertionError("answered with " + reply);
    } catch (BusFailure failure) {
      return failure.code();
    }
  }

  public BusClient bus() {
    return bus;
  }

  public Vertx vertx() {
    return vertx;
  }

  /** What a counter stands at. */
  public int counted(String name) {
    return (int) meters.get(name).counter().count();
  }

  @Override
  public void close() {
    await(vertx.close());
  }

  /** Waits for what is under way, for half a minute at most. */
  public static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BusFailure failure) {
        throw failure;
      }
      throw new AssertionError(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (TimeoutException e) {
      throw new AssertionError("no end within 30 s", e);
    }
  }
}
