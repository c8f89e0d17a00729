package parley.gateway.http;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;

/** Answers one kind of request. */
@FunctionalInterface
public interface Endpoint {
  /** Completes when the answer is written; a failure becomes a problem document. */
  Future<?> handle(RoutingContext context);
}
