package parley.contract.account;

import java.util.regex.Pattern;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Where a forgotten password is helped; told to nobody but the account itself.")
public record OwnEmail(
    @Doc(value = "The address, if there is one.", optional = true) String email,
    @Doc("Whether whoever reads what is sent there has confirmed it.") boolean confirmed) {
  /** UTF-16 units. */
  public static final int MAX = 254;

  private static final Pattern FORM = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+");

  public OwnEmail {
    email = email == null ? null : checked(email);
  }

  /** The address without blanks around it; {@code MALFORMED} for what cannot be one. */
  static String checked(String email) {
    String line = Check.line("email", email, 3, MAX);
    if (!FORM.matcher(line).matches()) {
      throw BusFailure.malformed("email");
    }
    return line;
  }

  /** Leaves the address out: it must not reach a log. */
  @Override
  public String toString() {
    return "OwnEmail[]";
  }
}
