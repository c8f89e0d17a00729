package parley.launcher.fuzz;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Arrays;
import java.util.Set;
import parley.contract.CloseCode;
import parley.contract.FailureCode;

/** Says what is wrong with something that the server sent; null if nothing is. */
final class Oracle {
  /** What the bridge itself says of a frame that names no address to answer at. */
  private static final Set<String> OF_THE_BRIDGE =
      Set.of("invalid_json", "missing_type", "invalid_type", "missing_address");

  /** RFC 6455: broken frames, broken text. */
  private static final Set<Integer> OF_THE_PROTOCOL = Set.of(1002, 1007);

  private Oracle() {}

  static String judge(String message) {
    try {
      JsonObject envelope = new JsonObject(message);
      boolean declared =
          switch (String.valueOf(envelope.getValue("type"))) {
            case "rec" -> isAnswer(envelope);
            case "err" -> isRefusal(envelope) || isOfTheBridge(envelope);
            case "pong" -> envelope.size() == 1;
            default -> false;
          };
      return declared ? null : "not declared: " + message;
    } catch (DecodeException broken) {
      return "no JSON: " + message;
    }
  }

  /** A message of SockJS may carry several envelopes. */
  static String judgeFramed(String message) {
    if (message.equals("o") || message.equals("h")) {
      return null;
    }
    try {
      JsonArray content = new JsonArray(message.substring(1));
      if (message.startsWith("c")) {
        return judgeClose(content.getInteger(0));
      }
      for (Object envelope : message.startsWith("a") ? content : new JsonArray().add(message)) {
        String wrong = judge((String) envelope);
        if (wrong != null) {
          return wrong;
        }
      }
      return null;
    } catch (DecodeException | ClassCastException | IndexOutOfBoundsException broken) {
      return "no frame of SockJS: " + message;
    }
  }

  /** A message that is no frame of SockJS is answered by SockJS: with an ordinary close. */
  static String judgeFramedClose(int code) {
    return code == 1000 ? null : judgeClose(code);
  }

  static String judgeClose(int code) {
    boolean declared =
        OF_THE_PROTOCOL.contains(code)
            || Arrays.stream(CloseCode.values()).anyMatch(one -> one.number() == code);
    return declared ? null : "closed with " + code;
  }

  private static boolean isAnswer(JsonObject envelope) {
    return envelope.getValue("address") instanceof String
        && envelope.getValue("body") instanceof JsonObject;
  }

  private static boolean isRefusal(JsonObject envelope) {
    return envelope.getValue("address") instanceof String
        && envelope.getValue("failureCode") instanceof Integer number
        && FailureCode.of(number)
            .filter(code -> code.name().equals(envelope.getValue("message")))
            .filter(code -> code != FailureCode.INTERNAL)
            .isPresent();
  }

  private static boolean isOfTheBridge(JsonObject envelope) {
    return envelope.size() == 2 && OF_THE_BRIDGE.contains(envelope.getString("body"));
  }
}
