package parley.gateway.http;

import java.time.Duration;
import parley.contract.FailureCode;

/** A request that is answered with a problem document under a status of its own. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private Refusal(Problem problem) {
    super(problem.status() + " " + problem.code(), null, false, false);
    this.problem = problem;
  }

  public static Refusal of(int status, FailureCode code) {
    return new Refusal(Problem.of(status, code, null));
  }

  /** A well-formed request whose {@code field} has a value that is not allowed: 422. */
  public static Refusal invalid(String field) {
    return new Refusal(Problem.of(422, FailureCode.MALFORMED, field));
  }

  /** Something that may not be done, with a sentence of its own: 403. */
  public static Refusal forbidden(String title) {
    return new Refusal(Problem.of(403, FailureCode.FORBIDDEN, null).titled(title));
  }

  /** Too many requests: 429, to be repeated after {@code pause} at the earliest. */
  public static Refusal throttled(Duration pause) {
    int seconds = (int) Math.max(1, Math.min(86_400, (pause.toMillis() + 999) / 1000));
    return new Refusal(Problem.of(429, FailureCode.RATE_LIMITED, null).retryAfter(seconds));
  }

  public Problem problem() {
    return problem;
  }
}
