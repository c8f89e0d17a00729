package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.Operation;

/** Who answers a request of a socket: a few operations are answered here, all others on the bus. */
final class Answers {
  private final BusClient bus;
  private final Map<Operation<?, ?>, SocketOperation<?, ?>> here = new HashMap<>();

  Answers(BusClient bus) {
    this.bus = bus;
  }

  /** From now on {@code answering} answers this operation. */
  <Q, A> Answers with(Operation<Q, A> operation, SocketOperation<Q, A> answering) {
    here.put(operation, answering);
    return this;
  }

  /** The answer, before the caller's deadline. */
  <Q, A> Future<A> answer(Operation<Q, A> operation, Socket socket, Q request, Caller caller) {
    @SuppressWarnings("unchecked") // with() lets in only what fits the operation
    SocketOperation<Q, A> own = (SocketOperation<Q, A>) here.get(operation);
    return own == null
        ? bus.request(operation, request, caller)
        : own.answer(socket, request, caller);
  }
}
