package parley.gateway.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import parley.gateway.http.Access;
import parley.gateway.http.Answer;
import parley.gateway.http.DeclaredRoutes;
import parley.gateway.http.Endpoint;
import parley.gateway.http.Endpoints;
import parley.gateway.http.Route;
import parley.testkit.bridge.Await;

/** Nothing is served that is not declared. */
class SurfaceTest {
  private static final Endpoint NOTHING = context -> Future.succeededFuture();
  private static final Route DECLARED =
      Route.get("/api/things/{thing}")
          .summary("Tell about a thing.")
          .by(Access.SESSION)
          .with("thing", String.class, "Which.")
          .answers(Answer.empty(204, "It is there."));
  private static Vertx vertx;

  @BeforeAll
  static void start() {
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    Await.get(vertx.close());
  }

  @Test
  void refusesARouteThatDoesNotSayWhatAReaderNeeds() {
    for (Route vague :
        List.of(
            Route.get("/api/things").answers(Answer.empty(204, "Done.")),
            Route.get("/api/things").summary("Tell about things."),
            Route.get("/api/things/{thing}")
                .summary("Tell about a thing.")
                .answers(Answer.empty(204, "Done.")))) {
      assertThrows(
          IllegalArgumentException.class,
          () -> new Endpoints().on(vague, NOTHING),
          vague::toString);
    }
    assertDoesNotThrow(() -> new Endpoints().on(DECLARED, NOTHING));
  }

  @Test
  void refusesARouteThatIsAnsweredAlready() {
    Endpoints endpoints = new Endpoints().on(DECLARED, NOTHING);
    assertThrows(IllegalArgumentException.class, () -> endpoints.on(DECLARED, NOTHING));
  }

  @Test
  void refusesARouteThatTheDocumentDoesNotTell() {
    assertThrows(IllegalStateException.class, () -> Surface.DECLARED.require(List.of(DECLARED)));
    assertDoesNotThrow(() -> Surface.DECLARED.require(Surface.DECLARED.all()));
  }

  @Test
  void refusesARouterThatServesMore() {
    DeclaredRoutes declared = new DeclaredRoutes(List.of(DECLARED));
    Router router = Router.router(vertx);
    router.route().handler(context -> context.next());
    router.route("/api/*").handler(context -> context.next());
    new Endpoints().on(DECLARED, NOTHING).mount(router);
    assertDoesNotThrow(() -> declared.require(router));

    router.get("/api/things").handler(context -> context.end());
    IllegalStateException refused =
        assertThrows(IllegalStateException.class, () -> declared.require(router));
    assertTrue(refused.getMessage().contains("/api/things"), refused.getMessage());
  }

  @Test
  void refusesARouterThatServesMoreBelowAPath() {
    DeclaredRoutes declared = new DeclaredRoutes(List.of(DECLARED));
    Router router = Router.router(vertx);
    router.route("/other/*").handler(context -> context.end());
    assertThrows(IllegalStateException.class, () -> declared.require(router));
  }

  @Test
  void refusesARouteWhosePathIsARegularExpression() {
    DeclaredRoutes declared = new DeclaredRoutes(List.of(DECLARED));
    Router router = Router.router(vertx);
    router.routeWithRegex("/api/secret.*").handler(context -> context.end());
    assertThrows(IllegalStateException.class, () -> declared.require(router));
  }

  @Test
  void refusesAnotherRouterBelowAPath() {
    DeclaredRoutes declared = new DeclaredRoutes(List.of(DECLARED));
    Router router = Router.router(vertx);
    router.route("/other/*").subRouter(Router.router(vertx));
    assertThrows(IllegalStateException.class, () -> declared.require(router));
  }
}
