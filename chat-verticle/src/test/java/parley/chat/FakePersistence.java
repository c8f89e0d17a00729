package parley.chat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import parley.bus.BusServer;
import parley.contract.BusFailure;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.Operation;

/**
 * Persistence as the tests of chat need it: answers what the test says, remembers what was asked.
 * An operation that no test has spoken of fails as a fault.
 */
final class FakePersistence {
  private final Map<String, Function<Object, Object>> answers = new ConcurrentHashMap<>();
  private final List<Object> asked = new CopyOnWriteArrayList<>();

  /** Serves every persistence operation. */
  Future<?> start(Vertx vertx) {
    BusServer server = new BusServer(vertx.eventBus());
    return Future.all(
        Catalog.core().operations().stream()
            .filter(operation -> operation.address().startsWith("persistence."))
            .map(operation -> serve(server, operation))
            .toList());
  }

  private <Q, A> Future<Void> serve(BusServer server, Operation<Q, A> operation) {
    return server.serve(
        operation,
        (request, caller) -> {
          asked.add(request);
          Function<Object, Object> answer = answers.get(operation.address());
          return Future.succeededFuture(operation.reply().cast(answer.apply(request)));
        });
  }

  <Q, A> void answers(Operation<Q, A> operation, Function<Q, A> answer) {
    answers.put(operation.address(), request -> answer.apply(operation.request().cast(request)));
  }

  void refuses(Operation<?, ?> operation, FailureCode code) {
    answers.put(
        operation.address(),
        request -> {
          throw BusFailure.of(code);
        });
  }

  /** The requests of this kind, in the order of asking. */
  <Q> List<Q> asked(Class<Q> request) {
    return asked.stream().filter(request::isInstance).map(request::cast).toList();
  }
}
