package parley.embedded;

import java.util.Locale;

/** The machines that server binaries are packed for: Linux with glibc on x86-64 and ARM64. */
enum Platform {
  X86_64("/postgres-linux-x86_64.txz", "/redis-server-7.0.15-linux-amd64"),
  ARM_64("/postgres-linux-arm_64.txz", "/redis-server-7.0.15-linux-arm64");

  private final String postgresArchive;
  private final String redisBinary;

  Platform(String postgresArchive, String redisBinary) {
    this.postgresArchive = postgresArchive;
    this.redisBinary = redisBinary;
  }

  /** This machine, or a refusal that says what to do instead. */
  static Platform current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Platform of(String system, String architecture) {
    if (system.toLowerCase(Locale.ROOT).equals("linux")) {
      switch (architecture) {
        case "amd64", "x86_64" -> {
          return X86_64;
        }
        case "aarch64", "arm64" -> {
          return ARM_64;
        }
        default -> {}
      }
    }
    throw new EmbeddedServerException(
        "No embedded servers for "
            + system
            + " on "
            + architecture
            + " (only Linux on x86-64 and ARM64): name your own PostgreSQL and Redis by"
            + " PARLEY_POSTGRES_URL and PARLEY_REDIS_URL.");
  }

  String postgresArchive() {
    return postgresArchive;
  }

  String redisBinary() {
    return redisBinary;
  }
}
