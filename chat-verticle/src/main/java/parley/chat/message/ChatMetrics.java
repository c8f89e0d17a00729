package parley.chat.message;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import parley.contract.BusFailure;
import parley.contract.FailureCode;

/** What the chat context counts. */
final class ChatMetrics {
  private final Counter accepted;
  private final Map<FailureCode, Counter> refused = new EnumMap<>(FailureCode.class);

  ChatMetrics(MeterRegistry registry) {
    accepted =
        Counter.builder("chat.message.accepted")
            .description("Messages that were stored or had been stored before.")
            .register(registry);
    for (FailureCode code : FailureCode.values()) {
      refused.put(
          code,
          Counter.builder("chat.message.refused")
              .description("Messages that were not accepted, by the code of the answer.")
              .tag("code", code.name())
              .register(registry));
    }
  }

  /** Counts one answer to a sender: accepted without {@code failure}, else refused. */
  public void messageAnswered(Throwable failure) {
    if (failure == null) {
      accepted.increment();
    } else {
      refused
          .get(failure instanceof BusFailure known ? known.code() : FailureCode.INTERNAL)
          .increment();
    }
  }
}
