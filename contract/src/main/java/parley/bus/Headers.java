package parley.bus;

import io.vertx.core.MultiMap;
import io.vertx.core.eventbus.DeliveryOptions;
import java.time.Duration;
import parley.contract.Caller;
import parley.contract.Deadline;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/** How a {@link Caller} travels: in headers that only the gate and processes can set. */
final class Headers {
  private static final String ACCOUNT = "account";
  private static final String SESSION = "session";
  private static final String REQUEST = "request";
  private static final String REMAINING_MS = "remainingMs";

  private Headers() {}

  /** Options that carry the caller and wait for {@code allowed} at most. */
  static DeliveryOptions of(Caller caller, Duration allowed) {
    DeliveryOptions options = new DeliveryOptions().setSendTimeout(allowed.toMillis());
    if (caller.account() != null) {
      options.addHeader(ACCOUNT, caller.account().toString());
    }
    if (caller.session() != null) {
      options.addHeader(SESSION, caller.session().toString());
    }
    return options
        .addHeader(REQUEST, caller.requestId())
        .addHeader(REMAINING_MS, Long.toString(allowed.toMillis()));
  }

  /** The caller that the headers carry; {@code fallback} is the time allowed if none is said. */
  static Caller caller(MultiMap headers, Duration fallback) {
    String account = headers.get(ACCOUNT);
    String session = headers.get(SESSION);
    String remaining = headers.get(REMAINING_MS);
    String request = headers.get(REQUEST);
    return new Caller(
        account == null ? null : UserId.of(account),
        session == null ? null : SessionId.of(session),
        request == null ? "-" : request,
        Deadline.in(remaining == null ? fallback : Duration.ofMillis(Long.parseLong(remaining))));
  }
}
