package parley.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import parley.bus.BusClient;
import parley.bus.ParleyBus;
import parley.contract.Catalog;
import parley.gateway.account.SignUpConfig;
import parley.gateway.account.SignUpPolicy;
import parley.gateway.files.WebFiles;
import parley.gateway.http.HttpConfig;
import parley.gateway.mail.MailConfig;
import parley.gateway.password.PasswordConfig;
import parley.gateway.redis.RedisConfig;
import parley.gateway.session.SessionConfig;
import parley.gateway.session.SigningKeys;
import parley.gateway.throttle.Allowance;
import parley.gateway.throttle.ThrottleConfig;
import parley.testkit.bridge.Await;

/** The HTTP side alone on a port, with a persistence in memory behind the real bus. */
final class ApiHost implements AutoCloseable {
  private static final Allowance PLENTY = new Allowance(1_000_000, Duration.ofMillis(1));

  final Vertx vertx = Vertx.vertx();
  final InMemoryPersistence persistence = new InMemoryPersistence();
  final FakeParts parts = new FakeParts();
  final ApiConfig config;
  private final Server server;
  private final String persistenceDeployment;
  private final String partsDeployment;

  private ApiHost(ApiConfig config) {
    this.config = config;
    this.server = new Server(config);
    ParleyBus.install(vertx, Catalog.core());
    persistenceDeployment = Await.get(vertx.deployVerticle(persistence));
    partsDeployment = Await.get(vertx.deployVerticle(parts));
    Await.get(vertx.deployVerticle(server));
  }

  static ApiHost start(ApiConfig config) {
    return new ApiHost(config);
  }

  /** Settings under which no test is throttled. */
  static ApiConfig config(String redis) {
    return config(redis, HttpConfig.local(), plenty());
  }

  static ApiConfig config(String redis, HttpConfig http, ThrottleConfig throttle) {
    return config(redis, http, throttle, SignUpPolicy.OPEN);
  }

  static ApiConfig config(String redis, SignUpPolicy policy) {
    return config(redis, HttpConfig.local(), plenty(), policy);
  }

  private static ApiConfig config(
      String redis, HttpConfig http, ThrottleConfig throttle, SignUpPolicy policy) {
    return new ApiConfig(
        http,
        new SignUpConfig(policy),
        new SessionConfig(
            Duration.ofMinutes(5), Duration.ofDays(30), Optional.of(newKeys()), "parley", "parley"),
        new PasswordConfig(50),
        throttle,
        RedisConfig.at(URI.create(redis)),
        MailConfig.NO_MAIL);
  }

  static ThrottleConfig plenty() {
    return new ThrottleConfig(PLENTY, PLENTY, PLENTY, PLENTY, PLENTY, PLENTY);
  }

  Http http() {
    return new Http(vertx, port());
  }

  int port() {
    return server.port;
  }

  /** Lets persistence fall silent. */
  void stopPersistence() {
    Await.get(vertx.undeploy(persistenceDeployment));
  }

  /** Lets the other parts fall silent. */
  void stopParts() {
    Await.get(vertx.undeploy(partsDeployment));
  }

  @Override
  public void close() {
    Await.get(vertx.close());
  }

  private static Path newKeys() {
    try {
      Path path = Files.createTempDirectory("parley-keys").resolve("keys.jwks");
      SigningKeys.create(path);
      path.toFile().deleteOnExit();
      path.getParent().toFile().deleteOnExit();
      return path;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static final class Server extends VerticleBase {
    private final ApiConfig config;
    private volatile int port;

    private Server(ApiConfig config) {
      this.config = config;
    }

    @Override
    public Future<?> start() {
      return ApiParts.load(vertx, new BusClient(vertx), config, Catalog.core())
          .map(Server::withSampleFiles)
          .compose(this::listen);
    }

    private Future<?> listen(ApiParts parts) {
      Router router = Router.router(vertx);
      HttpApi api = new HttpApi(vertx, parts, new BusClient(vertx));
      api.mount(router);
      router
          .get("/api-bug")
          .handler(
              context -> {
                throw new IllegalStateException("a text that nobody may see");
              });
      router.get("/guarded").handler(context -> answerWhoItIs(api, context));
      return vertx
          .createHttpServer()
          .requestHandler(router)
          .listen(0, "127.0.0.1")
          .onSuccess(listening -> port = listening.actualPort());
    }

    private static void answerWhoItIs(HttpApi api, RoutingContext context) {
      api.guard()
          .authenticate(context)
          .compose(session -> context.response().end(session.account().toString()))
          .onFailure(context::fail);
    }

    private static ApiParts withSampleFiles(ApiParts parts) {
      return new ApiParts(
          parts.config(),
          parts.keys(),
          parts.watch(),
          parts.passwords(),
          parts.mailer(),
          parts.darkroom(),
          WebFiles.load(ApiHost.class.getClassLoader(), "webroot-sample"),
          parts.documents());
    }
  }
}
