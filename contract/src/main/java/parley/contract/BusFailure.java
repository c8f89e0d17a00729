package parley.contract;

/**
 * A declared failure on its way to the caller. Carries a code and, for {@link
 * FailureCode#MALFORMED}, the name of the field; no text, no stack trace.
 */
public final class BusFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final String field;

  private BusFailure(FailureCode code, String field) {
    super(field == null ? code.name() : code.name() + " " + field, null, false, false);
    this.code = code;
    this.field = field;
  }

  /** A failure that needs no further data. */
  public static BusFailure of(FailureCode code) {
    return new BusFailure(code, null);
  }

  /** A request that breaks the contract at {@code field}. */
  public static BusFailure malformed(String field) {
    return new BusFailure(FailureCode.MALFORMED, field);
  }

  public FailureCode code() {
    return code;
  }

  /** The field that is wrong, or null. */
  public String field() {
    return field;
  }

  /** Whether {@code cause} is this declared failure. */
  public static boolean is(Throwable cause, FailureCode code) {
    return cause instanceof BusFailure failure && failure.code == code;
  }
}
