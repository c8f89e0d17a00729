package parley.contract.session;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("The sessions of an account that live.")
public record Sessions(
    @Doc("The sessions, the latest refreshed first; at most 200 of them.")
        List<SessionEntry> sessions) {
  /** The most sessions in one answer; of more the latest refreshed. */
  public static final int MAX = 200;

  public Sessions {
    sessions = Check.list("sessions", sessions, 0, MAX);
  }
}
