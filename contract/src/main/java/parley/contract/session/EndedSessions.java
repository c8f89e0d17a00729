package parley.contract.session;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.SessionId;

@Doc("Sessions that ended lately.")
public record EndedSessions(
    @Doc("Which sessions, ended or expired, the latest first.") List<SessionId> sessions) {
  /** The most sessions in one answer. */
  public static final int MAX = 10_000;

  public EndedSessions {
    sessions = Check.list("sessions", sessions, 0, MAX);
  }
}
