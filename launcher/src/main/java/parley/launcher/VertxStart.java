package parley.launcher;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxBuilder;
import io.vertx.core.VertxOptions;
import io.vertx.core.eventbus.EventBusOptions;
import io.vertx.micrometer.Label;
import io.vertx.micrometer.MetricsDomain;
import io.vertx.micrometer.MicrometerMetricsFactory;
import io.vertx.micrometer.MicrometerMetricsOptions;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Makes the Vert.x of the process: alone, or as a member of a cluster. */
final class VertxStart {
  private static final int BUS_PING_MS = 2_000;

  /** An event loop that is kept from its work for so long is warned of, with its stack trace. */
  private static final long BLOCKED_MS = 1_000;

  private VertxStart() {}

  static Vertx alone(MeterRegistry meters) {
    return builder(new VertxOptions(), meters).build().exceptionHandler(new Unhandled());
  }

  static Future<Vertx> clustered(ClusterConfig cluster, MeterRegistry meters) {
    EventBusOptions bus =
        new EventBusOptions()
            .setHost(cluster.host())
            .setClusterPingInterval(BUS_PING_MS)
            .setClusterPingReplyInterval(BUS_PING_MS);
    return builder(new VertxOptions().setEventBusOptions(bus), meters)
        .withClusterManager(HazelcastCluster.of(cluster))
        .buildClustered()
        .map(vertx -> vertx.exceptionHandler(new Unhandled()));
  }

  private static VertxBuilder builder(VertxOptions options, MeterRegistry meters) {
    MicrometerMetricsOptions metrics =
        new MicrometerMetricsOptions()
            .setEnabled(true)
            .setLabels(EnumSet.noneOf(Label.class))
            .setDisabledMetricsCategories(
                Set.of(
                    MetricsDomain.EVENT_BUS.toCategory(),
                    MetricsDomain.NET_CLIENT.toCategory(),
                    MetricsDomain.NAMED_POOLS.toCategory(),
                    MetricsDomain.HTTP_SERVER.toCategory(),
                    MetricsDomain.NET_SERVER.toCategory(),
                    "redis",
                    "sql"));
    return Vertx.builder()
        .with(
            options
                .setMetricsOptions(metrics)
                .setBlockedThreadCheckInterval(BLOCKED_MS)
                .setBlockedThreadCheckIntervalUnit(TimeUnit.MILLISECONDS)
                .setMaxEventLoopExecuteTime(BLOCKED_MS)
                .setMaxEventLoopExecuteTimeUnit(TimeUnit.MILLISECONDS))
        .withMetrics(new MicrometerMetricsFactory(meters));
  }
}
