package parley.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Redis's files in the data folder. Its configuration is written anew at each start. */
record RedisFiles(Path home) {

  static RedisFiles in(DataFolder folder) {
    return new RedisFiles(Folders.create(folder.path().resolve("redis")));
  }

  Path configuration() {
    return home.resolve("redis.conf");
  }

  Path log() {
    return home.resolve("server.log");
  }

  /** This folder's password; made up at the first start. */
  String password() {
    Path file = home.resolve("password");
    if (!Files.exists(file)) {
      Secrets.write(file, Secrets.generate());
    }
    return Secrets.read(file);
  }

  /** The process that the last start wrote down; empty if there is none. */
  OptionalLong lastPid() {
    try {
      String pid = Files.exists(pidFile()) ? Files.readString(pidFile(), UTF_8).strip() : "";
      return pid.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The file " + pidFile() + " cannot be read: " + Reason.of(e) + ".", e);
    }
  }

  /** Writes the configuration; the password stands there because a command line is public. */
  void configure(int port, String password) {
    Secrets.write(
        configuration(),
        String.join(
            "\n",
            List.of(
                "bind 127.0.0.1",
                "port " + port,
                "requirepass " + password,
                "daemonize no",
                "pidfile " + quoted(pidFile()),
                "logfile \"\"",
                "dir " + quoted(home),
                "save \"\"",
                "appendonly yes",
                "appendfsync everysec",
                "maxmemory 256mb",
                "maxmemory-policy noeviction",
                "databases 16",
                // Otherwise the title hides the arguments that tell an orphan from a stranger.
                "set-proc-title no",
                "")));
  }

  private Path pidFile() {
    return home.resolve("redis.pid");
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
