package parley.launcher;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import parley.config.ConfigReader;
import parley.config.Servers;

/**
 * What the process itself needs to know.
 *
 * @param data the folder of the embedded servers and of keys made at the first start
 * @param postgres an external PostgreSQL; without one an embedded one is started
 * @param redis an external Redis; without one an embedded one is started
 * @param extensions the folder whose jars are extensions; it need not exist
 * @param managementPort the port for health and metrics on loopback; 0 takes a free one
 */
record LauncherConfig(
    Path data,
    Optional<URI> postgres,
    Optional<URI> redis,
    Path extensions,
    int managementPort,
    ClusterConfig cluster) {

  static LauncherConfig from(ConfigReader in) {
    return new LauncherConfig(
        in.path("data", "data", "The folder of the embedded servers and of the keys.")
            .orElse(Path.of("data")),
        Servers.postgres(in),
        Servers.redis(in),
        in.path("extensions", "extensions", "The folder whose jars are extensions, fully trusted.")
            .orElse(Path.of("extensions")),
        in.integer(
            "management.port",
            0,
            0,
            65_535,
            "The port for health and metrics, on loopback only. 0: a free one."),
        ClusterConfig.from(in));
  }

  /** Leaves the addresses of the servers out: they hold passwords. */
  @Override
  public String toString() {
    return "LauncherConfig[" + data + "]";
  }
}
