package parley.embedded;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A JVM that owns a data folder with both servers, for tests that kill it. Prints the servers' URIs
 * and processes, then stops them when its standard input ends.
 */
public final class OwnerMain {
  private OwnerMain() {}

  public static void main(String[] args) throws IOException {
    try (DataFolder folder = DataFolder.open(Path.of(args[0]), Path.of(args[1]));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      System.out.println("postgres " + postgres.uri() + " " + postgres.pid());
      System.out.println("redis " + redis.uri() + " " + redis.pid());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(postgres, redis)));
      System.out.println("ready");
      int end = System.in.read();
      System.out.println("stopping " + end);
    }
  }

  private static void stop(EmbeddedPostgres postgres, EmbeddedRedis redis) {
    boolean both = postgres.isAlive() && redis.isAlive();
    redis.stop();
    postgres.stop();
    System.out.println(both ? "stopped both" : "found nothing to stop");
  }
}
