package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import parley.testkit.bridge.Await;

/**
 * Parley in a JVM of its own, started as a person starts it, with everything that it prints. Small
 * enough for half a dozen on two cores. Closing kills what still runs.
 */
final class ParleyProcess implements AutoCloseable {
  /** What stands before the secret of the first administrator. */
  static final String OFFER = "To become administrator: ";

  private static final Duration START = Duration.ofSeconds(60);

  /** What refuses to start may have started its servers before. */
  private static final Duration END = Duration.ofSeconds(60);

  private static final Pattern ADDRESS =
      Pattern.compile("Parley is ready: http://127\\.0\\.0\\.1:(\\d+)");
  private static final List<String> SMALL =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto");

  /** What the cluster manager asks for. */
  private static final List<String> OPENED =
      List.of(
          "--add-modules=java.se",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Thread> readers;
  private final Thread last = new Thread(this::killNow, "end of a process");

  private ParleyProcess(Process process) {
    this.process = process;
    this.readers =
        List.of(reading(process.getInputStream(), out), reading(process.getErrorStream(), err));
    // A test that fails before it closes must not leave a process to the machine.
    Runtime.getRuntime().addShutdownHook(last);
  }

  /** Starts with the logging that users have; nothing of this JVM's own settings is passed on. */
  static ParleyProcess start(Map<String, String> environment, String... arguments) {
    return logging("logback.xml", environment, arguments);
  }

  /**
   * Starts with another logging.
   *
   * @param logback a resource or a file
   */
  static ParleyProcess logging(
      String logback, Map<String, String> environment, String... arguments) {
    return start(System.getProperty("java.class.path"), logback, environment, arguments);
  }

  /** Starts with classes of a folder in place of those of the same names. */
  static ParleyProcess replacing(
      Path classes, Map<String, String> environment, String... arguments) {
    String all = classes + File.pathSeparator + System.getProperty("java.class.path");
    return start(all, "logback.xml", environment, arguments);
  }

  private static ParleyProcess start(
      String classPath, String logback, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>();
    // A shell's background job ignores Ctrl+C, and so would everything that it starts.
    command.addAll(List.of("env", "--default-signal=INT,TERM"));
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(SMALL);
    command.addAll(OPENED);
    command.add("-Dlogback.configurationFile=" + logback);
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(ParleyProcess::isOurs);
    builder.environment().putAll(environment);
    try {
      return new ParleyProcess(builder.start());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Waits until it says that people can use it. */
  ParleyProcess awaitReady() {
    Await.until(
        () -> "ready, or ended: " + printed(),
        START,
        () ->
            has("Parley is ready")
                || (!process.isAlive() && readers.stream().noneMatch(Thread::isAlive)));
    if (!has("Parley is ready")) {
      throw new AssertionError("ended with " + process.exitValue() + ": " + printed());
    }
    return this;
  }

  /** The port in the address that it printed. */
  int port() {
    return out.stream()
        .map(ADDRESS::matcher)
        .filter(Matcher::matches)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no address: " + printed()));
  }

  /** What makes an account the first administrator, as it was told to the console. */
  String administratorSecret() {
    Await.until("told", () -> has(OFFER));
    List<String> told = out.stream().filter(line -> line.startsWith(OFFER)).toList();
    assertEquals(1, told.size(), "told once");
    return told.get(0).substring(OFFER.length());
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** What it has started itself, and what that has started. */
  List<ProcessHandle> servers() {
    return process.descendants().toList();
  }

  List<String> out() {
    return List.copyOf(out);
  }

  List<String> err() {
    return List.copyOf(err);
  }

  /** Everything that it printed, what is meant for people first. */
  List<String> printed() {
    return Stream.concat(out.stream(), err.stream()).toList();
  }

  boolean has(String words) {
    return printed().stream().anyMatch(line -> line.contains(words));
  }

  /** {@code kill -9}; returns when it is dead. */
  void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Sends a signal, TERM or INT, and gives the exit code. */
  int stop(String signal) {
    try {
      new ProcessBuilder("kill", "-" + signal, Long.toString(pid())).start();
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    return awaitExit();
  }

  /** Waits for its end and for the last it printed; gives the exit code. */
  int awaitExit() {
    try {
      if (!process.waitFor(END.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still runs after " + END + ": " + printed());
      }
      for (Thread reader : readers) {
        reader.join(END.toMillis());
      }
      return process.exitValue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    kill();
    Runtime.getRuntime().removeShutdownHook(last);
  }

  private void killNow() {
    process.destroyForcibly();
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("PARLEY_") || variable.contains("JAVA_");
  }

  private static Thread reading(InputStream from, List<String> lines) {
    Thread reader =
        new Thread(
            () -> {
              try (BufferedReader in =
                  new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8))) {
                in.lines().forEach(lines::add);
              } catch (IOException | UncheckedIOException ended) {
                lines.add("(the rest could not be read: " + ended.getMessage() + ")");
              }
            },
            "output of a process");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }
}
