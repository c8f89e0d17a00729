package parley.testkit.vertx;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What counts as blocking an event loop, decided by what it was seen to do and not by how long it
 * took: on a busy machine the system takes any thread from its core for longer than 100 ms, and the
 * first use of a class loads and compiles it.
 *
 * <p>Counted are calls that are known to wait, and processor time in code of ours. Not counted are
 * waiting for a lock, which lasts as long as its holder is kept from a core, and loading classes.
 */
final class Blocking {
  private static final Set<String> WAITING =
      Set.of(
          "java.lang.Thread.sleep",
          "java.lang.Object.wait",
          "java.lang.Process.waitFor",
          "java.lang.ProcessImpl.waitFor",
          "java.util.concurrent.CompletableFuture.get",
          "java.util.concurrent.CompletableFuture.join",
          "java.util.concurrent.FutureTask.get",
          "java.util.concurrent.CountDownLatch.await",
          "java.util.concurrent.Semaphore.acquire",
          "java.util.concurrent.LinkedBlockingQueue.take",
          "java.util.concurrent.LinkedBlockingQueue.poll",
          "java.net.Socket.connect",
          "sun.nio.ch.NioSocketImpl.read",
          "sun.nio.ch.NioSocketImpl.connect");
  private static final Set<String> LOADING =
      Set.of("java.lang.ClassLoader.loadClass", "java.lang.Class.forName0");
  private static final String INITIALISER = "<clinit>";
  private static final String OURS = "parley.";

  private Blocking() {}

  /** The call that waits, if there is one. */
  static Optional<String> waitsIn(StackTraceElement[] trace) {
    return isFirstUse(trace)
        ? Optional.empty()
        : Arrays.stream(trace).map(Blocking::method).filter(WAITING::contains).findFirst();
  }

  /** The innermost method of ours, if there is one: the place that uses the processor. */
  static Optional<String> worksIn(StackTraceElement[] trace) {
    return isFirstUse(trace)
        ? Optional.empty()
        : Arrays.stream(trace)
            .map(Blocking::method)
            .filter(method -> method.startsWith(OURS))
            .findFirst();
  }

  private static boolean isFirstUse(StackTraceElement[] trace) {
    return Arrays.stream(trace)
        .anyMatch(
            frame -> LOADING.contains(method(frame)) || INITIALISER.equals(frame.getMethodName()));
  }

  private static String method(StackTraceElement frame) {
    return frame.getClassName() + "." + frame.getMethodName();
  }
}
