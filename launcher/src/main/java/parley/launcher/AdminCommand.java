package parley.launcher;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What an operator does beside a running Parley. */
@Command(
    name = "admin",
    mixinStandardHelpOptions = true,
    description = "Commands for operators; Parley may go on running.",
    subcommands = RotateKeyCommand.class)
final class AdminCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing command, such as rotate-key");
  }
}
