package parley.testkit.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import parley.testkit.bridge.Await;

/** A server all of whose processes stand still (SIGSTOP) until this is closed (SIGCONT). */
public final class Freeze implements AutoCloseable {
  private final List<String> pids;
  private final long began = System.nanoTime();

  private Freeze(List<String> pids) {
    this.pids = pids;
  }

  /** Returns when it and all that it started stand still. */
  public static Freeze of(long pid) {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    // The one that makes others first, so that none is made meanwhile.
    signal("STOP", List.of(Long.toString(pid)));
    Freeze freeze =
        new Freeze(
            Stream.concat(Stream.of(server), server.descendants())
                .map(process -> Long.toString(process.pid()))
                .toList());
    signal("STOP", freeze.pids);
    return freeze;
  }

  /** Returns when it has stood still for so long. */
  public void lasts(Duration time) {
    Await.until(
        "frozen for " + time,
        time.plusSeconds(1),
        () -> System.nanoTime() - began >= time.toNanos());
  }

  /** It goes on. */
  @Override
  public void close() {
    signal("CONT", pids);
  }

  private static void signal(String name, List<String> pids) {
    List<String> command = new ArrayList<>(List.of("kill", "-" + name));
    command.addAll(pids);
    try {
      if (!new ProcessBuilder(command).start().waitFor(5, TimeUnit.SECONDS)) {
        throw new AssertionError("not done within 5 s: " + command);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
