package parley.gateway.session;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.SessionId;
import parley.contract.session.ListSessions;
import parley.contract.session.SessionOperations;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.Route;

/** Where an account is signed in, and signing out there. */
final class DeviceRoutes {
  private static final String SESSION = "session";
  private static final Route LIST =
      Route.get("/api/sessions")
          .summary("Tell where the account is signed in.")
          .by(Access.SESSION)
          .answers(
              Answer.of(200, "The sessions of the account that live, 200 at most.", Devices.class));
  private static final Route END =
      Route.delete("/api/sessions/{session}")
          .summary("End a session of the own account, this one or another.")
          .by(Access.SESSION)
          .with(SESSION, SessionId.class, "Which session.")
          .answers(
              Answer.empty(204, "The session is over.")
                  .header("Set-Cookie", "Takes both cookies away if it was the own session."))
          .fails(FailureCode.NOT_FOUND);

  /** What is answered here. */
  static final List<Route> ROUTES = List.of(LIST, END);

  private final ClientAddress addresses;
  private final SessionGuard guard;
  private final SessionCookies cookies;
  private final BusClient bus;
  private final EndSessionHandler end;

  DeviceRoutes(
      ClientAddress addresses,
      SessionGuard guard,
      SessionCookies cookies,
      BusClient bus,
      EndSessionHandler end) {
    this.addresses = addresses;
    this.guard = guard;
    this.cookies = cookies;
    this.bus = bus;
    this.end = end;
  }

  void addTo(Endpoints endpoints) {
    endpoints.on(LIST, this::list).on(END, this::end);
  }

  private Future<?> list(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return guard.authenticate(context).compose(session -> list(context, session, client));
  }

  private Future<Void> list(RoutingContext context, SessionContext session, Client client) {
    ListSessions request = new ListSessions(session.account());
    return bus.request(SessionOperations.LIST_SESSIONS, request, client.caller())
        .map(listed -> Devices.of(listed, session.session()))
        .compose(devices -> Endpoints.answer(context, 200, devices));
  }

  private Future<?> end(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return guard.authenticate(context).compose(session -> end(context, session, client));
  }

  private Future<Void> end(RoutingContext context, SessionContext session, Client client) {
    SessionId ended = named(context);
    return end.handleOwn(session.account(), ended, client.caller())
        .compose(done -> answerEnded(context, ended.equals(session.session())));
  }

  private Future<Void> answerEnded(RoutingContext context, boolean own) {
    if (own) {
      cookies.clear(context.response());
    }
    return Endpoints.answerNothing(context);
  }

  /** What is no id at all names no session. */
  private static SessionId named(RoutingContext context) {
    try {
      return SessionId.of(context.pathParam(SESSION));
    } catch (BusFailure notAnId) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
  }
}
