package parley.gateway.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import parley.bus.BusClient;
import parley.contract.FailureCode;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.JsonBody;
import parley.gateway.http.Route;
import parley.gateway.mail.Mailer;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.SessionGuard;
import parley.gateway.session.SessionParts;
import parley.gateway.throttle.Throttles;

/** New passwords for those who forgot theirs. */
public final class PasswordResetRoutes {
  private static final Route MAKE =
      Route.post("/api/administration/password-resets")
          .summary("Make a one-time secret for somebody's new password, as an administrator.")
          .by(Access.SESSION)
          .takes(ResetFor.class)
          .answers(Answer.of(201, "The secret; it is told once.", ResetLink.class))
          .fails(FailureCode.NOT_FOUND);
  private static final Route ASK =
      Route.post("/api/password-resets")
          .summary(
              "Send a link for a new password, where mail is sent and the account has an address.")
          .takes(ResetRequest.class)
          .answers(Answer.empty(202, "Whatever can be done is done; nothing is told of accounts."))
          .fails(FailureCode.RATE_LIMITED);
  private static final Route USE =
      Route.post("/api/password-resets/use")
          .summary("Set a new password by a one-time secret and end all sessions of the account.")
          .takes(ResetUse.class)
          .answers(Answer.empty(204, "The password is set; also for a repeat within ten minutes."))
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.RATE_LIMITED, FailureCode.UNAVAILABLE);

  /** What is answered here. */
  public static final List<Route> ROUTES = List.of(MAKE, ASK, USE);

  private final JsonBody body;
  private final ClientAddress addresses;
  private final Throttles throttles;
  private final SessionGuard guard;
  private final ForgottenPassword forgotten;

  public PasswordResetRoutes(
      Vertx vertx,
      ClientAddress addresses,
      BusClient bus,
      Throttles throttles,
      PasswordHasher passwords,
      SessionParts sessions,
      Optional<Mailer> mailer) {
    this.body = new JsonBody(vertx);
    this.addresses = addresses;
    this.throttles = throttles;
    this.guard = sessions.guard();
    this.forgotten = new ForgottenPassword(bus, passwords, sessions.ends(), mailer);
  }

  public void addTo(Endpoints endpoints) {
    endpoints.on(MAKE, this::make).on(ASK, this::ask).on(USE, this::use);
  }

  private Future<?> make(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    Future<ResetFor> request = body.read(context.request(), ResetFor.class);
    return guard
        .authenticate(context)
        .compose(
            session ->
                request.compose(
                    read -> forgotten.link(session.account(), read.username(), client.caller())))
        .compose(link -> Endpoints.answer(context, 201, link));
  }

  /** Answered before anything is looked up: the time tells nothing. */
  private Future<?> ask(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return body.read(context.request(), ResetRequest.class)
        .compose(
            request ->
                throttles
                    .reset(ForgottenPassword.normalised(request.login()), client.network())
                    .onSuccess(passed -> forgotten.send(request.login(), client)))
        .compose(begun -> Endpoints.answerNothing(context, 202));
  }

  private Future<?> use(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return body.read(context.request(), ResetUse.class)
        .compose(
            request ->
                throttles
                    .useReset(client.network())
                    .compose(passed -> forgotten.use(request, client)))
        .compose(used -> Endpoints.answerNothing(context));
  }
}
