package parley.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.Operation;
import parley.contract.Signal;
import parley.contract.Topic;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Range;

/**
 * Asks operations, tells signals and publishes events. Every request has a deadline; whatever goes
 * wrong arrives as a {@link BusFailure}, nobody listening and no answer in time as {@code
 * UNAVAILABLE}. Used on the context that made it.
 */
public final class BusClient {
  private static final Logger log = LoggerFactory.getLogger(BusClient.class);

  private final EventBus bus;
  private final DeliveryOutbox deliveries;

  public BusClient(Vertx vertx) {
    this.bus = vertx.eventBus();
    this.deliveries = new DeliveryOutbox(vertx);
  }

  /** Asks on behalf of {@code caller}, for no longer than the caller and the operation allow. */
  public <Q, A> Future<A> request(Operation<Q, A> operation, Q request, Caller caller) {
    Duration allowed = shorter(operation.deadline(), caller.deadline().remaining());
    if (allowed.toMillis() < 1) {
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return bus.request(operation.address(), request, Headers.of(caller, allowed))
        .map(reply -> answer(operation, reply))
        .recover(cause -> Future.failedFuture(declared(operation, cause)));
  }

  /** Tells every process that listens, at most once. */
  public <E> void tell(Signal<E> signal, E fact) {
    bus.publish(signal.address(), fact);
  }

  /** Tells one process, at most once; nobody hears it if there is none of this name. */
  public <E> void tell(Signal<E> signal, String process, E fact) {
    bus.send(addressOf(signal, process), fact);
  }

  /** Calls {@code listener} with every such signal; completes when it is reachable. */
  public <E> Future<Void> listen(Signal<E> signal, Consumer<E> listener) {
    return listen(signal.address(), signal, listener);
  }

  /** Calls {@code listener} with what is told to this process alone. */
  public <E> Future<Void> listen(Signal<E> signal, String process, Consumer<E> listener) {
    return listen(addressOf(signal, process), signal, listener);
  }

  private <E> Future<Void> listen(String address, Signal<E> signal, Consumer<E> listener) {
    return bus.<Object>consumer(
            address,
            message -> {
              if (signal.event().isInstance(message.body())) {
                listener.accept(signal.event().cast(message.body()));
              } else {
                log.warn("bus.signal.unreadable signal={}", signal.address());
              }
            })
        .completion();
  }

  /** Delivers an event to whoever listens to {@code topic} with this id, at most once. */
  public <E> void publish(Topic<E> topic, String id, E event) {
    Delivery.of(topic, id, event).forEach(deliveries::add);
  }

  /**
   * Announces what was stored, in the order given. May be lost on the way: the gateways then find
   * out by the heads and fetch it.
   */
  public void announce(List<Range> ranges) {
    for (Range range : ranges) {
      publish(FeedOperations.topicOf(range.feed()), range.feed().value().toString(), range);
    }
  }

  private static String addressOf(Signal<?> signal, String process) {
    return signal.address() + "." + process;
  }

  private static <A> A answer(Operation<?, A> operation, Message<Object> reply) {
    Object body = reply.body();
    return body instanceof RawJson raw
        ? Json.decodeLeniently(raw.json(), operation.reply())
        : operation.reply().cast(body);
  }

  private static BusFailure declared(Operation<?, ?> operation, Throwable cause) {
    if (cause instanceof ReplyException failure) {
      return failure.failureType() == ReplyFailure.RECIPIENT_FAILURE
          ? failureOf(failure)
          : BusFailure.of(FailureCode.UNAVAILABLE);
    }
    log.error("bus.request.failed operation={}", operation, cause);
    return BusFailure.of(FailureCode.INTERNAL);
  }

  /** An unknown number, from a newer process, is treated by its thousand. */
  private static BusFailure failureOf(ReplyException failure) {
    FailureCode code =
        FailureCode.of(failure.failureCode())
            .orElse(
                switch (failure.failureCode() / 1000) {
                  case 1 -> FailureCode.FORBIDDEN;
                  case 3 -> FailureCode.SIGNED_OUT;
                  default -> FailureCode.UNAVAILABLE;
                });
    String message = failure.getMessage();
    return code == FailureCode.MALFORMED && message != null && message.indexOf(' ') > 0
        ? BusFailure.malformed(message.substring(message.indexOf(' ') + 1))
        : BusFailure.of(code);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
