package parley.launcher;

import java.util.List;
import parley.config.ConfigReader;

/**
 * How the processes of one Parley find each other.
 *
 * @param host the address that this process is reached at by the others
 * @param port the first member port that is tried; each process on a machine takes the next
 * @param members the addresses of all processes, or of some that are always there
 */
record ClusterConfig(String host, int port, List<String> members) {
  ClusterConfig {
    members = List.copyOf(members);
  }

  static ClusterConfig from(ConfigReader in) {
    return new ClusterConfig(
        in.text(
            "cluster.host",
            "127.0.0.1",
            "The address of this process for the others. Neither members nor bus are encrypted: "
                + "loopback or a private, encrypted network."),
        in.integer("cluster.port", 5_701, 1_024, 65_400, "The first member port that is tried."),
        in.list("cluster.members", "127.0.0.1", "Addresses of the other processes."));
  }
}
