package parley.gateway.bridge;

import io.vertx.core.Future;
import parley.contract.Caller;

/** Answers an operation that concerns the asking socket itself, so that no verticle could. */
interface SocketOperation<Q, A> {
  /** Fails only with a code that the operation declares, or a generic one. */
  Future<A> answer(Socket socket, Q request, Caller caller);
}
