package parley.gateway.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.netty.handler.codec.http.HttpResponseStatus;
import parley.contract.BusFailure;
import parley.contract.Doc;
import parley.contract.FailureCode;

/**
 * A problem document (RFC 9457). Holds names and numbers of this project only: nothing that a
 * client sent, no text of an exception.
 *
 * @param type tells one kind of problem from another
 * @param title the same in a sentence
 * @param code what to branch on
 * @param field the place in the request, or null
 * @param retryAfterSeconds for the header of that name; 0 for none
 */
@Doc("A problem document (RFC 9457).")
public record Problem(
    @Doc("Tells one kind of problem from another.") String type,
    @Doc("The same in a sentence.") String title,
    @Doc("The status of the answer.") int status,
    @Doc("What to branch on.") FailureCode code,
    @Doc(value = "The place in the request that is wrong, if one is.", optional = true)
        String field,
    @JsonIgnore int retryAfterSeconds) {
  /** What a client waits at least before it repeats something that was not available. */
  private static final int PAUSE_SECONDS = 1;

  /** A declared failure under the status that belongs to its code. */
  public static Problem of(BusFailure failure) {
    return of(statusOf(failure.code()), failure.code(), failure.field());
  }

  /** A failure under a status of its own. */
  public static Problem of(int status, FailureCode code, String field) {
    String title =
        status == statusOf(code)
            ? code.meaning()
            : HttpResponseStatus.valueOf(status).reasonPhrase() + ".";
    int retryAfter = status == 503 || status == 429 ? PAUSE_SECONDS : 0;
    return new Problem("urn:parley:failure:" + code, title, status, code, field, retryAfter);
  }

  /** The same with another pause before a repeat. */
  public Problem retryAfter(int seconds) {
    return new Problem(type, title, status, code, field, seconds);
  }

  /** The same with a sentence of its own. */
  Problem titled(String sentence) {
    return new Problem(type, sentence, status, code, field, retryAfterSeconds);
  }

  private static int statusOf(FailureCode code) {
    return switch (code) {
      case MALFORMED -> 400;
      case FORBIDDEN, NOT_A_MEMBER, NOT_REACHABLE -> 403;
      case UNKNOWN_ADDRESS, NOT_FOUND -> 404;
      case NAME_TAKEN, TOO_MANY, STALE, LAST_OWNER -> 409;
      case WRONG_CREDENTIALS, SESSION_EXPIRED, SIGNED_OUT -> 401;
      case UNAVAILABLE -> 503;
      case RATE_LIMITED -> 429;
      case INTERNAL -> 500;
    };
  }
}
