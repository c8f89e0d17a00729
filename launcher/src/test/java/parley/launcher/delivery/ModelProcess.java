package parley.launcher.delivery;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Person;

/**
 * A {@link ModelClient} in a JVM of its own, and its two files: its journal and what it printed.
 */
final class ModelProcess implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;
  private static final List<String> SMALL =
      List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  private final Person person;
  private final Path journal;
  private final Path errors;
  private final Process process;
  private final Writer commands;
  private final LinkedBlockingQueue<String> reports = new LinkedBlockingQueue<>();
  private final Thread last = new Thread(this::killNow, "end of a model client");

  private ModelProcess(Person person, Path journal, Path errors, Process process) {
    this.person = person;
    this.journal = journal;
    this.errors = errors;
    this.process = process;
    this.commands = process.outputWriter(StandardCharsets.UTF_8);
    Runtime.getRuntime().addShutdownHook(last);
    Thread reader = new Thread(this::readReports, "reports of " + person.username());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts to listen to all that the person belongs to.
   *
   * @param newest whether conversations begin at their newest page
   */
  static ModelProcess start(
      Person person, Path folder, long seed, boolean newest, List<Integer> ports) {
    Path journal = folder.resolve(person.username() + ".journal");
    Path errors = folder.resolve(person.username() + ".log");
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(SMALL);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ModelClient.class.getName());
    command.addAll(List.of(person.account().toString(), person.username(), journal.toString()));
    command.add(Long.toString(seed));
    command.add(Boolean.toString(newest));
    ports.forEach(port -> command.add(port.toString()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
    builder.environment().keySet().removeIf(variable -> variable.contains("JAVA_"));
    try {
      return new ModelProcess(person, journal, errors, builder.start());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  Person person() {
    return person;
  }

  /** Writes from now on, with such pauses. */
  void write(ConversationId where, long pauseMs) {
    command("write " + where + " " + pauseMs);
  }

  /** Begins no further message. */
  void stop() {
    command("stop");
  }

  /** Ends its socket at once. */
  void cut() {
    command("cut");
  }

  /** How it stands now. */
  synchronized Report report() {
    command("report");
    try {
      String line = reports.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (line == null) {
        throw new AssertionError(person.username() + " does not report: " + errors());
      }
      return Report.of(new JsonObject(line));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  /** Ends it and gives what it wrote down. */
  List<Entry> end() {
    command("quit");
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new AssertionError(person.username() + " does not end well: " + errors());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
    return Journal.read(journal);
  }

  @Override
  public void close() {
    killNow();
    Runtime.getRuntime().removeShutdownHook(last);
  }

  private void command(String line) {
    try {
      commands.write(line + "\n");
      commands.flush();
    } catch (IOException ended) {
      throw new UncheckedIOException(person.username() + " has ended: " + errors(), ended);
    }
  }

  private void readReports() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      in.lines().filter(line -> line.startsWith("{")).forEach(reports::add);
    } catch (IOException | UncheckedIOException ended) {
      reports.add("{}");
    }
  }

  private void killNow() {
    process.destroyForcibly();
  }

  private String errors() {
    try {
      return Files.readString(errors);
    } catch (IOException refused) {
      return refused.toString();
    }
  }
}
