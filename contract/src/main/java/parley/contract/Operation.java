package parley.contract;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One thing that can be asked over the bus: address, request, reply, who may ask and how it may
 * fail. Any instance may answer; every operation is idempotent, so a caller may repeat it after a
 * time-out.
 *
 * @param <Q> the request record
 * @param <A> the reply record
 */
public final class Operation<Q, A> {
  private static final Pattern ADDRESS = Pattern.compile("[a-z]+(\\.[a-z][a-zA-Z]*){2}(\\.v\\d+)?");
  private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

  private final String address;
  private final String summary;
  private final Class<Q> request;
  private final Class<A> reply;
  private final Exposure exposure;
  private final Set<FailureCode> refusals;
  private final Duration deadline;

  private Operation(
      String address,
      String summary,
      Class<Q> request,
      Class<A> reply,
      Exposure exposure,
      Set<FailureCode> refusals,
      Duration deadline) {
    this.address = address;
    this.summary = summary;
    this.request = request;
    this.reply = reply;
    this.exposure = exposure;
    this.refusals = refusals;
    this.deadline = deadline;
  }

  /** Starts a declaration; {@code address} has the form {@code context.noun.verb}. */
  public static Operation<Void, Void> named(String address) {
    if (!ADDRESS.matcher(address).matches()) {
      throw new IllegalArgumentException("not an operation's address: " + address);
    }
    return new Operation<>(
        address, "", Void.class, Void.class, Exposure.INTERNAL, Set.of(), DEFAULT_DEADLINE);
  }

  /** One sentence for the reference page and the TypeScript comment. */
  public Operation<Q, A> summary(String sentence) {
    return new Operation<>(address, sentence, request, reply, exposure, refusals, deadline);
  }

  /** The record that is sent. */
  public <R> Operation<R, A> request(Class<R> type) {
    return new Operation<>(address, summary, type, reply, exposure, refusals, deadline);
  }

  /** The record that answers. */
  public <R> Operation<Q, R> reply(Class<R> type) {
    return new Operation<>(address, summary, request, type, exposure, refusals, deadline);
  }

  /** Who may call it; verticles only unless said otherwise. */
  public Operation<Q, A> callableFrom(Exposure from) {
    return new Operation<>(address, summary, request, reply, from, refusals, deadline);
  }

  /** The codes that it may fail with beside the generic ones. */
  public Operation<Q, A> refusals(FailureCode first, FailureCode... more) {
    return new Operation<>(
        address, summary, request, reply, exposure, EnumSet.of(first, more), deadline);
  }

  /** How long a caller waits at most. */
  public Operation<Q, A> deadline(Duration most) {
    return new Operation<>(address, summary, request, reply, exposure, refusals, most);
  }

  public String address() {
    return address;
  }

  public String summary() {
    return summary;
  }

  public Class<Q> request() {
    return request;
  }

  public Class<A> reply() {
    return reply;
  }

  public Exposure exposure() {
    return exposure;
  }

  public Set<FailureCode> refusals() {
    return refusals;
  }

  public Duration deadline() {
    return deadline;
  }

  /** Whether a caller may meet this code here. */
  public boolean mayFailWith(FailureCode code) {
    return code.generic() || refusals.contains(code);
  }

  @Override
  public String toString() {
    return address;
  }
}
