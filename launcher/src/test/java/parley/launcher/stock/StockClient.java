package parley.launcher.stock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import parley.contract.id.ConversationId;
import parley.testkit.bridge.Await;

/** The program {@code client.cjs} in a process of its own, and what it has told so far. */
final class StockClient implements AutoCloseable {
  private static final File FOLDER =
      Path.of(System.getProperty("parley.root", ".."))
          .resolve("launcher/src/test/stock-client")
          .toFile();
  private static final int INSTALLING_MINUTES = 3;
  private static final long LAST_LINES_MS = 1_000;

  private final List<JsonObject> told = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Process process;
  private final PrintWriter commands;

  private StockClient(Process process) {
    this.process = process;
    this.commands = new PrintWriter(process.outputWriter(UTF_8), true);
    reading(process.inputReader(UTF_8), line -> told.add(new JsonObject(line)));
    reading(process.errorReader(UTF_8), complaints::add);
  }

  /** Fetches the packages of the lock file unless they are there. */
  static void install() throws IOException, InterruptedException {
    Process installing = node("install.mjs").redirectErrorStream(true).start();
    List<String> printed = new CopyOnWriteArrayList<>();
    Thread reader = reading(installing.inputReader(UTF_8), printed::add);
    if (!installing.waitFor(INSTALLING_MINUTES, TimeUnit.MINUTES) || installing.exitValue() != 0) {
      installing.descendants().forEach(ProcessHandle::destroyForcibly);
      installing.destroyForcibly();
      reader.join(LAST_LINES_MS);
      throw new AssertionError("the packages of the stock client are not installed: " + printed);
    }
  }

  static StockClient start(
      String url, JsonObject headers, ConversationId room, ConversationId foreign)
      throws IOException {
    return new StockClient(
        node("client.cjs", url, headers.encode(), room.toString(), foreign.toString()).start());
  }

  /** Lets it do something that it knows by this name. */
  void command(String name) {
    commands.println(name);
  }

  /** Waits until it has told of such an event. */
  void awaitTold(String event, Predicate<JsonObject> wanted) {
    Await.until(
        () -> event + "; told so far: " + told + ", on standard error: " + complaints,
        () -> has(event, wanted));
  }

  boolean has(String event, Predicate<JsonObject> wanted) {
    return of(event).stream().anyMatch(wanted);
  }

  /** The events of this name, in order. */
  List<JsonObject> of(String event) {
    return told.stream().filter(one -> event.equals(one.getString("event"))).toList();
  }

  @Override
  public void close() {
    commands.close();
    process.destroyForcibly();
  }

  private static ProcessBuilder node(String... arguments) {
    ProcessBuilder node = new ProcessBuilder("node").directory(FOLDER);
    node.command().addAll(List.of(arguments));
    return node;
  }

  private static Thread reading(BufferedReader lines, Consumer<String> consumer) {
    Thread reader =
        new Thread(
            () -> {
              try (lines) {
                lines.lines().forEach(consumer);
              } catch (IOException | UncheckedIOException ended) {
                // It was ended while it wrote: nobody waits for the rest.
                return;
              }
            },
            "stock-client");
    reader.setDaemon(true);
    reader.start();
    return reader;
  }
}
