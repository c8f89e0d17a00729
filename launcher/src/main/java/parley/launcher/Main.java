package parley.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line. Without a subcommand it runs everything. */
@Command(
    name = "parley",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "A self-hosted real-time chat platform.",
    subcommands = {RunCommand.class, AdminCommand.class},
    footer = {
      "",
      "Without a command, everything runs in one process, on an embedded PostgreSQL and Redis.",
      "The most used settings, from the environment:",
      "  PARLEY_PORT          port to listen on (8080)",
      "  PARLEY_DATA          folder of the embedded servers (./data)",
      "  PARLEY_POSTGRES_URL  an external PostgreSQL instead of the embedded one",
      "  PARLEY_REDIS_URL     an external Redis instead of the embedded one",
      "All settings are described in docs/configuration.md."
    })
public final class Main implements Callable<Integer> {
  @Mixin private RunOptions options;

  private Main() {}

  @Override
  public Integer call() {
    return options.run();
  }

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }
}
