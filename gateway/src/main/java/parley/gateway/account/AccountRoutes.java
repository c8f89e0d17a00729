package parley.gateway.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.FailureCode;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.JsonBody;
import parley.gateway.http.Route;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.OpenedSession;
import parley.gateway.session.SessionGuard;
import parley.gateway.session.SessionParts;
import parley.gateway.session.SessionReplies;
import parley.gateway.throttle.Throttles;

/** Signing up, logging in and changing a password, for browsers and programs. */
public final class AccountRoutes {
  private static final Route SIGN_UP =
      Route.post("/api/accounts")
          .summary("Create an account and open a session of it, for a browser.")
          .takes(SignUp.class)
          .answers(SessionReplies.toBrowser(201))
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.NAME_TAKEN, FailureCode.RATE_LIMITED, FailureCode.UNAVAILABLE);
  private static final Route SIGNING_UP =
      Route.get("/api/sign-up")
          .summary("Tell who may sign up.")
          .answers(Answer.of(200, "Who may sign up here.", SigningUp.class));
  private static final Route LOG_IN_BROWSER =
      Route.post("/api/sessions")
          .summary("Open a session for a browser.")
          .takes(LogIn.class)
          .answers(SessionReplies.toBrowser(200))
          .fails(FailureCode.WRONG_CREDENTIALS, FailureCode.RATE_LIMITED, FailureCode.UNAVAILABLE);
  private static final Route LOG_IN_PROGRAM =
      Route.post("/api/tokens")
          .summary("Open a session for a program.")
          .takes(LogIn.class)
          .answers(SessionReplies.toProgram())
          .fails(FailureCode.WRONG_CREDENTIALS, FailureCode.RATE_LIMITED, FailureCode.UNAVAILABLE);
  private static final Route CHANGE_PASSWORD =
      Route.put("/api/me/password")
          .summary("Replace the own password and end all other sessions of the account.")
          .by(Access.SESSION)
          .takes(NewPasswordRequest.class)
          .answers(Answer.empty(204, "The password is replaced."))
          .fails(403, FailureCode.WRONG_CREDENTIALS)
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.RATE_LIMITED);

  /** What is answered here. */
  public static final List<Route> ROUTES =
      List.of(SIGN_UP, SIGNING_UP, LOG_IN_BROWSER, LOG_IN_PROGRAM, CHANGE_PASSWORD);

  private final JsonBody body;
  private final ClientAddress addresses;
  private final SessionGuard guard;
  private final SessionReplies replies;
  private final SigningUp signingUp;
  private final SignUpHandler signUp;
  private final LogInHandler logIn;
  private final ChangePasswordHandler changePassword;

  public AccountRoutes(
      Vertx vertx,
      ClientAddress addresses,
      BusClient bus,
      Throttles throttles,
      PasswordHasher passwords,
      SessionParts sessions,
      SignUpConfig config) {
    this.body = new JsonBody(vertx);
    this.addresses = addresses;
    this.guard = sessions.guard();
    this.replies = sessions.replies();
    this.signingUp = new SigningUp(config.policy());
    this.signUp = new SignUpHandler(config, bus, throttles, passwords, sessions.open());
    this.logIn = new LogInHandler(bus, throttles, passwords, sessions.open());
    OwnPassword own = new OwnPassword(bus, throttles, passwords);
    this.changePassword = new ChangePasswordHandler(bus, own, passwords, sessions.ends());
  }

  public void addTo(Endpoints endpoints) {
    endpoints
        .on(SIGN_UP, this::signUp)
        .on(SIGNING_UP, this::signingUp)
        .on(LOG_IN_BROWSER, this::logInBrowser)
        .on(LOG_IN_PROGRAM, this::logInProgram)
        .on(CHANGE_PASSWORD, this::changePassword);
  }

  private Future<?> signingUp(RoutingContext context) {
    return Endpoints.answer(context, 200, signingUp);
  }

  private Future<?> signUp(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return body.read(context.request(), SignUp.class)
        .compose(request -> signUp.handle(request, client))
        .compose(opened -> replies.toBrowser(context, 201, opened));
  }

  private Future<?> logInBrowser(RoutingContext context) {
    return logIn(context).compose(opened -> replies.toBrowser(context, 200, opened));
  }

  private Future<?> logInProgram(RoutingContext context) {
    return logIn(context).compose(opened -> replies.toProgram(context, opened));
  }

  /** The body is asked for first: it must be before the request flows. */
  private Future<?> changePassword(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    Future<NewPasswordRequest> request = body.read(context.request(), NewPasswordRequest.class);
    return guard
        .authenticate(context)
        .compose(session -> request.compose(read -> changePassword.handle(read, session, client)))
        .compose(changed -> Endpoints.answerNothing(context));
  }

  private Future<OpenedSession> logIn(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return body.read(context.request(), LogIn.class)
        .compose(request -> logIn.handle(request, client));
  }
}
