package parley.contract;

import java.time.Duration;
import parley.contract.id.SessionId;
import parley.contract.id.UserId;

/**
 * On whose behalf a request is made, stamped by the gate from the session and by nothing else.
 *
 * @param account the signed-in account; null when a process asks on its own behalf
 * @param session its session; null when a process asks on its own behalf
 * @param requestId ties the log lines of one request together, from browser to database
 * @param deadline after it nobody awaits the answer
 */
public record Caller(UserId account, SessionId session, String requestId, Deadline deadline) {

  /** A process asking on its own behalf: no account, no rights of one. */
  public static Caller process(String requestId, Duration allowed) {
    return new Caller(null, null, requestId, Deadline.in(allowed));
  }

  /** The account; {@link FailureCode#FORBIDDEN} if the request has none. */
  public UserId user() {
    if (account == null) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return account;
  }
}
