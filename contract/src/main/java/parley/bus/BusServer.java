package parley.bus;

import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.Operation;

/**
 * Serves operations: decodes, calls, and always answers. A body is a record, or JSON that is
 * decoded strictly. A handler that throws, or fails with anything but a declared code, answers
 * {@code INTERNAL} and is logged once, here.
 */
public final class BusServer {
  private static final Logger log = LoggerFactory.getLogger(BusServer.class);

  private final EventBus bus;

  public BusServer(EventBus bus) {
    this.bus = bus;
  }

  /** Completes when the operation is reachable from every process. */
  public <Q, A> Future<Void> serve(Operation<Q, A> operation, Handling<Q, A> handling) {
    return bus.<Object>consumer(
            operation.address(), message -> answer(operation, handling, message))
        .completion();
  }

  private <Q, A> void answer(
      Operation<Q, A> operation, Handling<Q, A> handling, Message<Object> m) {
    Future.<A>future(
            done -> {
              Caller caller = Headers.caller(m.headers(), operation.deadline());
              handling.handle(request(operation, m.body()), caller).onComplete(done);
            })
        .onSuccess(m::reply)
        .onFailure(cause -> refuse(operation, m, cause));
  }

  private static <Q> Q request(Operation<Q, ?> operation, Object body) {
    if (operation.request().isInstance(body)) {
      return operation.request().cast(body);
    }
    if (body instanceof RawJson raw) {
      return Json.decodeStrictly(raw.json(), operation.request());
    }
    if (body instanceof JsonObject json) {
      return Json.convert(json.getMap(), operation.request(), true);
    }
    throw BusFailure.malformed("body");
  }

  private static void refuse(Operation<?, ?> operation, Message<Object> message, Throwable cause) {
    if (cause instanceof BusFailure failure && operation.mayFailWith(failure.code())) {
      message.fail(failure.code().number(), failure.getMessage());
      return;
    }
    log.error("bus.answer.failed operation={}", operation, cause);
    message.fail(FailureCode.INTERNAL.number(), FailureCode.INTERNAL.name());
  }
}
