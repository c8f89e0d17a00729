package parley.testkit.bridge;

import parley.contract.FailureCode;

/** The server refused a request, with a declared code and perhaps a field. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureCode code;
  private final String field;

  public Refused(FailureCode code, String field) {
    super(code + (field == null ? "" : " " + field));
    this.code = code;
    this.field = field;
  }

  public FailureCode code() {
    return code;
  }

  public String field() {
    return field;
  }
}
