package parley.embedded;

import java.util.concurrent.CompletableFuture;

/**
 * A server that runs, or ran: one process, from its start to its end. All methods block and may be
 * called from any thread but an event loop.
 */
public interface EmbeddedServer extends AutoCloseable {
  /** Where Parley connects, password included. */
  String uri();

  int port();

  /** The server's main process, a child of this JVM. */
  long pid();

  boolean isAlive();

  /** Completes when the server has ended for whatever reason, {@link #stop} included. */
  CompletableFuture<Void> onExit();

  /** Ends it cleanly, by force if that takes too long. Safe to repeat. */
  void stop();

  @Override
  default void close() {
    stop();
  }
}
