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
import parley.gateway.session.OpenedSession;
import parley.gateway.session.SessionParts;
import parley.gateway.session.SessionReplies;
import parley.gateway.throttle.Throttles;

/** Signing up and logging in, for browsers and programs. */
public final class AccountRoutes {
  private final JsonBody body;
  private final ClientAddress addresses;
  private final SessionReplies replies;
  private final SignUpHandler signUp;
  private final LogInHandler logIn;

  public AccountRoutes(
      Vertx vertx,
      ClientAddress addresses,
      BusClient bus,
      Throttles throttles,
      PasswordHasher passwords,
      SessionParts sessions) {
    this.body = new JsonBody(vertx);
    this.addresses = addresses;
    this.replies = sessions.replies();
    this.signUp = new SignUpHandler(bus, throttles, passwords, sessions.open());
    this.logIn = new LogInHandler(bus, throttles, passwords, sessions.open());
  }

  public void mount(Endpoints endpoints) {
    endpoints
        .at("/api/accounts", Map.of(HttpMethod.POST, this::signUp))
        .at("/api/sessions", Map.of(HttpMethod.POST, this::logInBrowser))
        .at("/api/tokens", Map.of(HttpMethod.POST, this::logInProgram));
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

  private Future<OpenedSession> logIn(RoutingContext context) {
    Client client = Client.of(context.request(), addresses);
    return body.read(context.request(), LogIn.class)
        .compose(request -> logIn.handle(request, client));
  }
}
