package parley.gateway.bridge;

import io.vertx.core.json.JsonObject;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Json;

/** The envelopes of the bridge protocol that the gate writes itself. */
final class BridgeReply {
  private BridgeReply() {}

  /** The answer to a request. */
  static String answer(String replyAddress, Object body) {
    return "{\"type\":\"rec\",\"address\":"
        + Json.encode(replyAddress)
        + ",\"body\":"
        + Json.encode(body)
        + "}";
  }

  /**
   * A refusal, with the address that it belongs to, so that a client can tell which request or
   * registration failed.
   */
  static String failure(String address, Throwable cause) {
    BusFailure failure =
        cause instanceof BusFailure declared ? declared : BusFailure.of(FailureCode.INTERNAL);
    JsonObject envelope =
        new JsonObject()
            .put("type", "err")
            .put("address", address)
            .put("failureCode", failure.code().number())
            .put("failureType", "RECIPIENT_FAILURE")
            .put("message", failure.code().name());
    if (failure.field() != null) {
      envelope.put("field", failure.field());
    }
    return envelope.encode();
  }
}
