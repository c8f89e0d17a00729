package parley.launcher;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import parley.bus.ParleyBus;
import parley.chat.ChatVerticle;
import parley.contract.Catalog;
import parley.gateway.GatewayVerticle;
import parley.persistence.PersistenceVerticle;
import parley.presence.PresenceVerticle;

/** Deploys the parts of a process: what others need goes first, what people see goes last. */
final class Deployment {
  private final Vertx vertx;
  private final ProcessConfig config;
  private final PrometheusMeterRegistry meters;
  private final Catalog catalog = Catalog.installed();
  private GatewayVerticle gateway;
  private ManagementVerticle management;

  Deployment(Vertx vertx, ProcessConfig config, PrometheusMeterRegistry meters) {
    this.vertx = vertx;
    this.config = config;
    this.meters = meters;
  }

  /** Completes when every part is reachable. */
  Future<Void> deploy(Roles roles) {
    ParleyBus.install(vertx, catalog);
    return management()
        .compose(id -> several(roles, Role.PERSISTENCE, this::persistence))
        .compose(id -> several(roles, Role.CHAT, this::chat))
        .compose(id -> several(roles, Role.PRESENCE, this::presence))
        .compose(id -> roles.has(Role.GATEWAY) ? gateway(roles) : Future.succeededFuture())
        .mapEmpty();
  }

  int port() {
    return gateway == null ? 0 : gateway.port();
  }

  int managementPort() {
    return management.port();
  }

  private Future<String> management() {
    management = new ManagementVerticle(config.launcher().managementPort(), meters);
    return vertx.deployVerticle(management);
  }

  private Future<String> several(Roles roles, Role role, Supplier<VerticleBase> part) {
    return roles.has(role)
        ? vertx.deployVerticle(part, new DeploymentOptions().setInstances(roles.count(role)))
        : Future.succeededFuture();
  }

  private Future<String> gateway(Roles roles) {
    gateway = new GatewayVerticle(config.gateway(), catalog, meters);
    return vertx.deployVerticle(gateway);
  }

  private VerticleBase persistence() {
    return new PersistenceVerticle(config.persistence(), meters);
  }

  private VerticleBase chat() {
    return new ChatVerticle(config.chat(), meters);
  }

  private VerticleBase presence() {
    return new PresenceVerticle(config.presence());
  }
}
