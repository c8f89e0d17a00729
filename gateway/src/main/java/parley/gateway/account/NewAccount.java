package parley.gateway.account;

import java.text.Normalizer;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.FailureCode;
import parley.contract.account.Profile;
import parley.gateway.http.Refusal;

/** An account that may be created, unless its name is taken. */
record NewAccount(Username username, String displayName) {
  private static final int MOST_SHOWN = Profile.MAX_DISPLAY_NAME;

  /** Checks a sign-up: 422 naming the field, or {@code NAME_TAKEN} for a reserved name. */
  static NewAccount of(SignUp request) {
    Username username =
        Username.parse(request.username()).orElseThrow(() -> Refusal.invalid("username"));
    if (!NewPassword.isAllowed(request.password(), username)) {
      throw Refusal.invalid("password");
    }
    String displayName = displayName(request);
    if (ReservedNames.contains(username)) {
      throw BusFailure.of(FailureCode.NAME_TAKEN);
    }
    return new NewAccount(username, displayName);
  }

  private static String displayName(SignUp request) {
    try {
      String given = Check.optionalLine("displayName", request.displayName(), MOST_SHOWN);
      return given == null ? asTyped(request.username()) : given;
    } catch (BusFailure refused) {
      throw Refusal.invalid("displayName");
    }
  }

  private static String asTyped(String username) {
    return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC);
  }
}
