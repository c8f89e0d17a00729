package parley.launcher;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.gateway.GatewayConfig;

/**
 * A running process of Parley. Starting and stopping block; neither is called from an event loop.
 */
final class Parley {
  private static final Logger log = LoggerFactory.getLogger(Parley.class);

  /** Beyond what persistence waits for the database; migrations may take their time. */
  private static final Duration START = Duration.ofMinutes(40);

  private static final Duration JOIN = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Extensions extensions;
  private final EmbeddedServers servers;
  private Vertx vertx;
  private Deployment deployment;

  private Parley(Extensions extensions, EmbeddedServers servers) {
    this.extensions = extensions;
    this.servers = servers;
  }

  /**
   * Starts what the process runs and returns when people can use it.
   *
   * @throws StartFailure with lines for the person who started it
   */
  static Parley start(Settings settings, ClusterRoles process, PrintStream progress) {
    Extensions extensions = Extensions.in(LauncherConfig.from(settings.reader()).extensions());
    try {
      return start(settings, process, extensions, progress);
    } catch (RuntimeException refused) {
      extensions.close();
      throw refused;
    }
  }

  private static Parley start(
      Settings settings, ClusterRoles process, Extensions extensions, PrintStream progress) {
    long began = System.nanoTime();
    ProcessConfig asked = ProcessConfig.of(settings, process, extensions);
    if (process.roles().has(Role.GATEWAY)) {
      refuseUsedPort(asked.gateway());
    }
    EmbeddedServers servers = process.clustered() ? null : EmbeddedServers.start(asked, progress);
    Parley parley = new Parley(extensions, servers);
    try {
      Settings named = servers == null ? settings : servers.name(settings);
      parley.deploy(ProcessConfig.of(named, process, extensions), process, progress);
    } catch (RuntimeException failed) {
      parley.stop();
      throw failed;
    }
    if (process.roles().has(Role.GATEWAY)) {
      await(FirstAdministrator.offer(parley.vertx, progress), JOIN);
    }
    parley.tellReady(process, asked, progress, System.nanoTime() - began);
    return parley;
  }

  /** The port that the gateway listens on; 0 if none runs here. */
  int port() {
    return deployment.port();
  }

  /** What everything in this process runs on. */
  Vertx vertx() {
    return vertx;
  }

  /** The servers that this process brought along; null in a cluster. */
  EmbeddedServers servers() {
    return servers;
  }

  /** The port of health and metrics. */
  int managementPort() {
    return deployment.managementPort();
  }

  /** Stops everything in reverse order; what does not stop in time is left to the system. */
  void stop() {
    try {
      if (deployment != null) {
        await(deployment.undeploy(), STOP);
      }
      if (vertx != null) {
        await(vertx.close(), STOP);
      }
    } catch (RuntimeException late) {
      log.error("launcher.stop.failed", late);
    } finally {
      if (servers != null) {
        servers.close();
      }
      extensions.close();
    }
  }

  private void deploy(ProcessConfig config, ClusterRoles process, PrintStream progress) {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    progress.println(process.clustered() ? "Joining the cluster …" : "Starting Parley …");
    vertx =
        process.clustered()
            ? await(VertxStart.clustered(config.launcher().cluster(), meters), JOIN)
            : VertxStart.alone(meters);
    deployment = new Deployment(vertx, config, extensions.catalog(), meters);
    Duration patience = START.plus(config.persistence().startPatience());
    await(deployment.deploy(process.roles()), patience);
  }

  private void tellReady(
      ClusterRoles process, ProcessConfig config, PrintStream progress, long nanos) {
    log.info(
        "launcher.started parts={} management=127.0.0.1:{} ms={}",
        process.roles().instances(),
        managementPort(),
        nanos / 1_000_000);
    if (process.roles().has(Role.GATEWAY)) {
      progress.println("Parley is ready: http://" + shown(config.gateway().host()) + ":" + port());
    } else {
      progress.println("Parley is ready: " + process.roles().instances());
    }
    if (!process.clustered()) {
      progress.println(
          "Its data is in " + config.launcher().data().toAbsolutePath() + ". Ctrl+C stops it.");
    }
  }

  private static String shown(String host) {
    return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
  }

  /** Before anything is started: a port in use is the most frequent mistake. */
  private static void refuseUsedPort(GatewayConfig config) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(config.host()), config.port()));
    } catch (BindException used) {
      throw new StartFailure(
          "Port "
              + config.port()
              + " on "
              + config.host()
              + " is in use or not allowed: set PARLEY_PORT to another one.");
    } catch (IOException refused) {
      throw new StartFailure("The address " + config.host() + " cannot be listened on.");
    }
  }

  private static <T> T await(Future<T> future, Duration patience) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a part does not start or stop", failed.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException("a part takes longer than " + patience, late);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
