package parley.launcher;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import parley.gateway.session.KeyRotation;
import parley.gateway.session.SigningKeysException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a new key in front of those that sign access tokens. */
@Command(
    name = "rotate-key",
    mixinStandardHelpOptions = true,
    description = {
      "Puts a new key in front of those that sign access tokens: the file of session.keyFile, or",
      "of the data folder. Running gateways notice it by themselves; nobody is signed out."
    })
final class RotateKeyCommand implements Callable<Integer> {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A properties file with settings; the environment goes before it.")
  private Path config;

  @Override
  public Integer call() {
    try {
      Path file = EmbeddedServers.keyFile(RunOptions.settings(config));
      String kid = KeyRotation.rotate(file, Clock.systemUTC());
      System.out.println("The key " + kid + " is in " + file + "; it signs in two minutes.");
      return 0;
    } catch (StartFailure | SigningKeysException refused) {
      System.err.println(refused.getMessage());
      return 1;
    }
  }
}
