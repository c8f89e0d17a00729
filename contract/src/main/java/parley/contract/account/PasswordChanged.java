package parley.contract.account;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("A password was replaced.")
public record PasswordChanged(
    @Doc("Sessions that ended with it, at most 1,000 of them.") List<SessionId> ended) {
  /** The most sessions in one answer; gateways find the rest among those that ended lately. */
  public static final int MAX = 1_000;

  public PasswordChanged {
    ended = Check.list("ended", ended, 0, MAX);
  }
}
