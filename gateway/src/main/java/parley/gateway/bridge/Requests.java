package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.contract.BusFailure;
import parley.contract.Catalog;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.Operation;
import parley.gateway.GatewayMetrics;

/**
 * What a socket asks: checked against the catalogue, decoded, stamped with the session's caller and
 * answered; every answer and every denial goes to the reply address, through the counted writer.
 * Headers that the client sent are dropped.
 */
final class Requests {
  private static final Logger log = LoggerFactory.getLogger(Requests.class);

  private final Catalog catalog;
  private final BridgeConfig config;
  private final Answers answers;
  private final GatewayMetrics metrics;

  Requests(Catalog catalog, BridgeConfig config, Answers answers, GatewayMetrics metrics) {
    this.catalog = catalog;
    this.config = config;
    this.answers = answers;
    this.metrics = metrics;
  }

  /** Answers one frame of type send; false if the socket is too slow for the answer. */
  Future<Boolean> answer(Socket socket, JsonObject frame) {
    String replyAddress = replyAddress(frame);
    if (!socket.begin(config.requestsInFlight())) {
      return refused(socket, replyAddress, BusFailure.of(FailureCode.RATE_LIMITED));
    }
    return Future.<Object>future(done -> passOn(socket, frame).onComplete(done))
        .andThen((answer, cause) -> socket.end())
        .map(answer -> answered(socket, replyAddress, answer))
        .recover(cause -> refused(socket, replyAddress, cause));
  }

  private Future<Object> passOn(Socket socket, JsonObject frame) {
    Operation<?, ?> operation =
        catalog
            .openToBrowsers(String.valueOf(frame.getValue("address")))
            .orElseThrow(() -> BusFailure.of(FailureCode.UNKNOWN_ADDRESS));
    metrics.requestAccepted();
    return ask(operation, socket, frame.getValue("body"));
  }

  private <Q, A> Future<Object> ask(Operation<Q, A> operation, Socket socket, Object body) {
    if (!(body instanceof JsonObject json)) {
      throw BusFailure.malformed("body");
    }
    Q request = Json.convert(json.getMap(), operation.request(), socket.strict);
    return answers
        .answer(operation, socket, request, socket.caller(operation))
        .map(answer -> answer);
  }

  private boolean answered(Socket socket, String replyAddress, Object answer) {
    return replyAddress == null || socket.write(BridgeReply.answer(replyAddress, answer));
  }

  private Future<Boolean> refused(Socket socket, String replyAddress, Throwable cause) {
    metrics.requestRefused();
    if (!(cause instanceof BusFailure)) {
      log.error("gateway.request.failed", cause);
    }
    return Future.succeededFuture(
        replyAddress == null || socket.write(BridgeReply.failure(replyAddress, cause)));
  }

  /** Whatever the client calls it, up to the length that the bridge itself allows. */
  static String replyAddress(JsonObject frame) {
    return frame.getValue("replyAddress") instanceof String text && text.length() <= 36
        ? text
        : null;
  }
}
