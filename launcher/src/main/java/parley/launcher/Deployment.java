package parley.launcher;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import parley.bus.ParleyBus;
import parley.chat.ChatVerticle;
import parley.contract.Catalog;
import parley.gateway.GatewayConfig;
import parley.gateway.GatewayVerticle;
import parley.persistence.PersistenceVerticle;
import parley.presence.PresenceVerticle;

/**
 * Deploys the parts of a process: what others need goes first, what people see goes last; and takes
 * them down in reverse.
 */
final class Deployment {
  private final Vertx vertx;
  private final ProcessConfig config;
  private final PrometheusMeterRegistry meters;
  private final Catalog catalog;
  private final Deque<String> deployed = new ArrayDeque<>();
  private GatewayVerticle gateway;
  private ManagementVerticle management;

  Deployment(Vertx vertx, ProcessConfig config, Catalog catalog, PrometheusMeterRegistry meters) {
    this.vertx = vertx;
    this.config = config;
    this.catalog = catalog;
    this.meters = meters;
  }

  /** Completes when every part is reachable. */
  Future<Void> deploy(Roles roles) {
    ParleyBus.install(vertx, catalog);
    return management()
        .compose(id -> several(roles, Role.PERSISTENCE, this::persistence))
        .compose(id -> several(roles, Role.CHAT, this::chat))
        .compose(id -> several(roles, Role.PRESENCE, this::presence))
        .compose(id -> extensions(roles))
        .compose(done -> roles.has(Role.GATEWAY) ? gateway(roles) : Future.succeededFuture());
  }

  /** Takes down what was deployed, the last part first; one that fails does not keep the others. */
  Future<Void> undeploy() {
    if (deployed.isEmpty()) {
      return Future.succeededFuture();
    }
    return vertx.undeploy(deployed.pop()).transform(down -> undeploy());
  }

  int port() {
    return gateway == null ? 0 : gateway.port();
  }

  int managementPort() {
    return management.port();
  }

  private Future<Void> management() {
    management = new ManagementVerticle(config.launcher().managementPort(), meters);
    return noted(vertx.deployVerticle(management));
  }

  private Future<Void> several(Roles roles, Role role, Supplier<VerticleBase> part) {
    DeploymentOptions instances = new DeploymentOptions().setInstances(roles.count(role));
    return roles.has(role)
        ? noted(vertx.deployVerticle(part, instances))
        : Future.succeededFuture();
  }

  /** In the order of their jars; none runs beside one that does not start. */
  private Future<Void> extensions(Roles roles) {
    Future<Void> started = Future.succeededFuture();
    if (roles.has(Role.EXTENSIONS)) {
      for (ExtensionPart part : config.extensions()) {
        started = started.compose(before -> extension(part, roles.count(Role.EXTENSIONS)));
      }
    }
    return started;
  }

  private Future<Void> extension(ExtensionPart part, int instances) {
    DeploymentOptions options = new DeploymentOptions().setInstances(instances);
    return Future.succeededFuture()
        .compose(begun -> noted(vertx.deployVerticle(part.verticle(), options)))
        .recover(cause -> Future.failedFuture(part.refused(cause)));
  }

  /** An instance of the gateway is an event loop that serves people. */
  private Future<Void> gateway(Roles roles) {
    int loops = roles.count(Role.GATEWAY);
    GatewayConfig asked = loops > 1 ? config.gateway().withLoops(loops) : config.gateway();
    gateway = new GatewayVerticle(asked, catalog, meters);
    return noted(vertx.deployVerticle(gateway));
  }

  private Future<Void> noted(Future<String> deployment) {
    return deployment.onSuccess(deployed::push).mapEmpty();
  }

  private VerticleBase persistence() {
    return new PersistenceVerticle(config.persistence(), meters);
  }

  private VerticleBase chat() {
    return new ChatVerticle(config.chat(), meters);
  }

  private VerticleBase presence() {
    return new PresenceVerticle(config.presence(), meters);
  }
}
