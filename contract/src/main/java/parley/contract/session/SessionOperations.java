package parley.contract.session;

import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.WRONG_CREDENTIALS;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.Signal;

/** Sessions' truth. PostgreSQL decides rotation and end; Redis holds a copy that can be rebuilt. */
public final class SessionOperations implements CatalogPart {
  public static final Operation<OpenSession, SessionState> OPEN_SESSION =
      Operation.named("persistence.session.open")
          .summary("Store a new session; a repeat with the same id changes nothing.")
          .request(OpenSession.class)
          .reply(SessionState.class)
          .refusals(WRONG_CREDENTIALS);

  public static final Operation<ReadSession, SessionState> READ_SESSION =
      Operation.named("persistence.session.read")
          .summary("A session that lives; an ended or expired one is a refusal.")
          .request(ReadSession.class)
          .reply(SessionState.class);

  /** A token that was already replaced, with another nonce or after 60 s, ends the session. */
  public static final Operation<RotateSession, SessionState> ROTATE_SESSION =
      Operation.named("persistence.session.rotate")
          .summary("Replace the refresh token of a session: compare and set.")
          .request(RotateSession.class)
          .reply(SessionState.class);

  public static final Operation<EndSession, SessionEnded> END_SESSION =
      Operation.named("persistence.session.end")
          .summary("End a session.")
          .request(EndSession.class)
          .reply(SessionEnded.class);

  public static final Operation<ListSessions, Sessions> LIST_SESSIONS =
      Operation.named("persistence.session.list")
          .summary("The sessions of an account that live.")
          .request(ListSessions.class)
          .reply(Sessions.class);

  /** One refusal for another's session and for none: it does not tell which ids exist. */
  public static final Operation<EndOwnSession, SessionEnded> END_OWN_SESSION =
      Operation.named("persistence.session.endOwn")
          .summary("End a session of a certain account.")
          .request(EndOwnSession.class)
          .reply(SessionEnded.class)
          .refusals(NOT_FOUND);

  public static final Operation<ListEndedSessions, EndedSessions> LIST_ENDED_SESSIONS =
      Operation.named("persistence.session.ended")
          .summary("Which sessions ended lately: asked every second, should the signal be lost.")
          .request(ListEndedSessions.class)
          .reply(EndedSessions.class);

  /** Told at once when a session ends; gateways close its sockets. */
  public static final Signal<SessionEnded> SESSION_ENDED =
      new Signal<>("session.ended", "A session is over.", SessionEnded.class);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        OPEN_SESSION,
        READ_SESSION,
        ROTATE_SESSION,
        END_SESSION,
        LIST_SESSIONS,
        END_OWN_SESSION,
        LIST_ENDED_SESSIONS);
  }

  @Override
  public List<Signal<?>> signals() {
    return List.of(SESSION_ENDED);
  }
}
