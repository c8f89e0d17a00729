package parley.launcher;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.ListenerConfig;
import com.hazelcast.config.NetworkConfig;
import io.vertx.core.spi.cluster.ClusterManager;
import io.vertx.spi.cluster.hazelcast.ConfigUtil;

/**
 * The cluster manager: members join over TCP at addresses that are named, never by multicast. A
 * frozen member is given up after ten seconds, a killed one at once. Who was given up and goes on
 * is alone at first; it looks for the others every {@value #LOOK_SECONDS} seconds and joins them
 * with everything that it listens to.
 */
final class HazelcastCluster {
  private static final int PORTS_TRIED = 50;
  private static final String LOOK_SECONDS = "2";

  private HazelcastCluster() {}

  static ClusterManager of(ClusterConfig cluster) {
    Config config = ConfigUtil.loadConfig();
    config.setClusterName("parley");
    config
        .setProperty("hazelcast.logging.type", "slf4j")
        .setProperty("hazelcast.phone.home.enabled", "false")
        .setProperty("hazelcast.shutdownhook.enabled", "false")
        .setProperty("hazelcast.heartbeat.interval.seconds", "2")
        .setProperty("hazelcast.max.no.heartbeat.seconds", "10")
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        .setProperty("hazelcast.merge.first.run.delay.seconds", LOOK_SECONDS)
        .setProperty("hazelcast.merge.next.run.delay.seconds", LOOK_SECONDS)
        .setProperty("hazelcast.socket.bind.any", "false")
        .addListenerConfig(new ListenerConfig(new Rejoining()));
    NetworkConfig network = config.getNetworkConfig();
    network
        .setPort(cluster.port())
        .setPortCount(PORTS_TRIED)
        .setPortAutoIncrement(true)
        .setPublicAddress(cluster.host());
    network.getInterfaces().setEnabled(true).clear().addInterface(cluster.host());
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(true).setMembers(cluster.members());
    return new KeptRegistrations(config);
  }
}
