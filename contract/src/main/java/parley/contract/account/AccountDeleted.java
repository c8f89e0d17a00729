package parley.contract.account;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("The account is deleted; its memberships end during the next moments.")
public record AccountDeleted(
    @Doc("What is left of it.") Profile profile,
    @Doc("Sessions that ended with it, 1,000 at most; gateways ask for the others.")
        @Bounds(most = PasswordChanged.MAX)
        List<SessionId> ended) {
  public AccountDeleted {
    Check.present("profile", profile);
    ended = Check.list("ended", ended, 0, PasswordChanged.MAX);
  }
}
