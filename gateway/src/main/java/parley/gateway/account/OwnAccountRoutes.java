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

/** What people do with their own account beside its password: the address, and the end. */
public final class OwnAccountRoutes {
  private static final Route READ_EMAIL =
      Route.get("/api/me/email")
          .summary("Tell where a forgotten password is helped.")
          .by(Access.SESSION)
          .answers(Answer.of(200, "The address, if there is one.", EmailKept.class))
          .fails(FailureCode.NOT_FOUND);
  private static final Route STORE_EMAIL =
      Route.put("/api/me/email")
          .summary(
              "Keep another e-mail address, or none; a link that confirms it is sent to a new one.")
          .by(Access.SESSION)
          .takes(EmailRequest.class)
          .answers(Answer.of(200, "What is kept now.", EmailKept.class))
          .fails(403, FailureCode.WRONG_CREDENTIALS)
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.RATE_LIMITED, FailureCode.NOT_FOUND);
  private static final Route CONFIRM_EMAIL =
      Route.post("/api/email-confirmations")
          .summary("Confirm an e-mail address by the secret that was sent to it.")
          .takes(EmailConfirmation.class)
          .answers(Answer.empty(204, "It is confirmed, now or before."))
          .fails(FailureCode.RATE_LIMITED, FailureCode.UNAVAILABLE);
  private static final Route DELETE =
      Route.post("/api/account/deletion")
          .summary("Delete the own account: messages stay, everything that tells who it was goes.")
          .by(Access.SESSION)
          .takes(Deletion.class)
          .answers(
              Answer.empty(204, "The account is deleted and all its sessions are over.")
                  .header("Set-Cookie", "Takes both cookies away."))
          .fails(403, FailureCode.WRONG_CREDENTIALS)
          .fails(FailureCode.RATE_LIMITED, FailureCode.NOT_FOUND);

  /** What is answered here. */
  public static final List<Route> ROUTES = List.of(READ_EMAIL, STORE_EMAIL, CONFIRM_EMAIL, DELETE);

  private final JsonBody body;
  private final ClientAddress addresses;
  private final SessionGuard guard;
  private final SessionParts sessions;
  private final Throttles throttles;
  private final EmailHandler email;
  private final DeleteAccountHandler deletion;

  public OwnAccountRoutes(
      Vertx vertx,
      ClientAddress addresses,
      BusClient bus,
      Throttles throttles,
      PasswordHasher passwords,
      SessionParts sessions,
      Optional<Mailer> mailer) {
    OwnPassword own = new OwnPassword(bus, throttles, passwords);
    this.body = new JsonBody(vertx);
    this.addresses = addresses;
    this.guard = sessions.guard();
    this.sessions = sessions;
    this.throttles = throttles;
    this.email = new EmailHandler(bus, own, throttles, mailer);
    this.deletion = new DeleteAccountHandler(bus, own, sessions.ends());
  }

  public void addTo(Endpoints endpoints) {
    endpoints
        .on(READ_EMAIL, this::readEmail)
        .on(STORE_EMAIL, this::storeEmail)
        .on(CONFIRM_EMAIL, this::confirmEmail)
        .on(DELETE, this::delete);
  }

  private Future<?> readEmail(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return guard
        .authenticate(context)
        .compose(session -> email.read(session, client))
        .compose(known -> Endpoints.answer(context, 200, known));
  }

  private Future<?> storeEmail(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    Future<EmailRequest> request = body.read(context.request(), EmailRequest.class);
    return guard
        .authenticate(context)
        .compose(session -> request.compose(read -> email.store(read, session, client)))
        .compose(kept -> Endpoints.answer(context, 200, kept));
  }

  private Future<?> confirmEmail(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return body.read(context.request(), EmailConfirmation.class)
        .compose(
            request ->
                throttles
                    .useReset(client.network())
                    .compose(passed -> email.confirm(request, client)))
        .compose(confirmed -> Endpoints.answerNothing(context));
  }

  private Future<?> delete(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    Future<Deletion> request = body.read(context.request(), Deletion.class);
    return guard
        .authenticate(context)
        .compose(session -> request.compose(read -> deletion.handle(read, session, client)))
        .compose(deleted -> sessions.replies().farewell(context));
  }
}
