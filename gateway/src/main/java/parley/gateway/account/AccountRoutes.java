package parley.gateway.account;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import parley.bus.BusClient;
import parley.gateway.http.Client;
import parley.gateway.http.ClientAddress;
import parley.gateway.http.Endpoints;
import parley.gateway.http.JsonBody;
import parley.gateway.password.PasswordHasher;
import parley.gateway.session.DeviceRoutes;
import parley.gateway.session.OpenedSession;
import parley.gateway.session.SessionGuard;
import parley.gateway.session.SessionParts;
import parley.gateway.session.SessionReplies;
import parley.gateway.throttle.Throttles;

/** Signing up, logging in and changing a password, for browsers and programs. */
public final class AccountRoutes {
  private final JsonBody body;
  private final ClientAddress addresses;
  private final SessionGuard guard;
  private final SessionReplies replies;
  private final DeviceRoutes devices;
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
    this.devices = sessions.devices();
    this.signingUp = new SigningUp(config.policy());
    this.signUp = new SignUpHandler(config, bus, throttles, passwords, sessions.open());
    this.logIn = new LogInHandler(bus, throttles, passwords, sessions.open());
    this.changePassword = new ChangePasswordHandler(bus, throttles, passwords, sessions.ends());
  }

  public void mount(Endpoints endpoints) {
    endpoints
        .at("/api/accounts", Map.of(HttpMethod.POST, this::signUp))
        .at("/api/sign-up", Map.of(HttpMethod.GET, this::signingUp))
        .at(
            "/api/sessions",
            Map.of(HttpMethod.POST, this::logInBrowser, HttpMethod.GET, devices::list))
        .at("/api/me/password", Map.of(HttpMethod.PUT, this::changePassword))
        .at("/api/tokens", Map.of(HttpMethod.POST, this::logInProgram));
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
