package parley.launcher;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs Parley, or parts of it. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs everything in one process, or with --only some parts in a cluster.")
final class RunCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    return options.run();
  }
}
