package parley.gateway.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.AdministrationClaimed;
import parley.contract.account.AdministrationOperations;
import parley.contract.account.ClaimAdministration;
import parley.contract.account.StoreInvite;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.JsonBody;
import parley.gateway.http.Route;
import parley.gateway.session.SessionContext;
import parley.gateway.session.SessionGuard;
import parley.gateway.session.SessionParts;
import parley.gateway.throttle.Throttles;

/** Becoming the first administrator, and inviting people. Persistence decides who may. */
public final class AdministrationRoutes {
  private static final Route CLAIM =
      Route.post("/api/administrators/claim")
          .summary("Become the first administrator by the secret that the console tells once.")
          .by(Access.SESSION)
          .takes(Claim.class)
          .answers(Answer.empty(204, "The account is an administrator."))
          .fails(FailureCode.RATE_LIMITED);
  private static final Route INVITE =
      Route.post("/api/invites")
          .summary("Invite people, as an administrator.")
          .by(Access.SESSION)
          .takes(NewInvite.class)
          .answers(Answer.of(201, "The invitation; its code is told once.", Invite.class))
          .fails(422, FailureCode.MALFORMED)
          .fails(FailureCode.TOO_MANY);

  /** What is answered here. */
  public static final List<Route> ROUTES = List.of(CLAIM, INVITE);

  private final JsonBody body;
  private final ClientAddress addresses;
  private final BusClient bus;
  private final Throttles throttles;
  private final SessionParts sessions;
  private final SessionGuard guard;

  public AdministrationRoutes(
      Vertx vertx,
      ClientAddress addresses,
      BusClient bus,
      Throttles throttles,
      SessionParts sessions) {
    this.body = new JsonBody(vertx);
    this.addresses = addresses;
    this.bus = bus;
    this.throttles = throttles;
    this.sessions = sessions;
    this.guard = sessions.guard();
  }

  public void addTo(Endpoints endpoints) {
    endpoints.on(CLAIM, this::claim).on(INVITE, this::invite);
  }

  /** Attempts are counted with log-ins. */
  private Future<?> claim(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    Future<Claim> request = body.read(context.request(), Claim.class);
    return guard
        .authenticate(context)
        .compose(session -> request.compose(read -> claim(read, session, client)))
        .compose(claimed -> Endpoints.answerNothing(context));
  }

  private Future<AdministrationClaimed> claim(
      Claim request, SessionContext session, Client client) {
    return throttles
        .logIn(session.profile().username(), client.network())
        .map(passed -> checked(request))
        .map(secret -> new ClaimAdministration(session.account(), Secrets.hash(secret)))
        .compose(
            claim ->
                bus.request(AdministrationOperations.CLAIM_ADMINISTRATION, claim, client.caller()))
        .map(
            claimed -> {
              sessions.promoted(session);
              return claimed;
            });
  }

  private static String checked(Claim request) {
    if (!Secrets.mayBe(request.secret())) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return request.secret();
  }

  private Future<?> invite(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    Future<NewInvite> request = body.read(context.request(), NewInvite.class);
    return guard
        .authenticate(context)
        .compose(session -> request.compose(read -> invite(read.checked(), session, client)))
        .compose(invite -> Endpoints.answer(context, 201, invite));
  }

  private Future<Invite> invite(NewInvite request, SessionContext session, Client client) {
    String code = Secrets.draw();
    StoreInvite invite =
        new StoreInvite(session.account(), Secrets.hash(code), request.uses(), request.lifeMs());
    return bus.request(AdministrationOperations.STORE_INVITE, invite, client.caller())
        .map(stored -> new Invite(code, request.uses(), stored.expiresAt()));
  }
}
