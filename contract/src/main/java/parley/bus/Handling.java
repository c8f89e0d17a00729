package parley.bus;

import io.vertx.core.Future;
import parley.contract.Caller;

/**
 * Answers one operation.
 *
 * @param <Q> the request record
 * @param <A> the reply record
 */
@FunctionalInterface
public interface Handling<Q, A> {
  /** Fails with a {@link parley.contract.BusFailure} that the operation declares, or generic. */
  Future<A> handle(Q request, Caller caller);
}
