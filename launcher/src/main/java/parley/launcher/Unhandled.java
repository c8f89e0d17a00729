package parley.launcher;

import io.vertx.core.Handler;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What nothing else handles: a fault of ours, logged, except one that any client can provoke. */
final class Unhandled implements Handler<Throwable> {
  private static final Logger log = LoggerFactory.getLogger(Unhandled.class);
  private static final String CONNECTION = "io.vertx.core.http.impl.Http1xServerConnection";

  @Override
  public void handle(Throwable fault) {
    if (!isLostHandshake(fault)) {
      log.error("launcher.fault.unhandled", fault);
    }
  }

  /** The HTTP server ends a handshake twice when the connection breaks in the middle of it. */
  private static boolean isLostHandshake(Throwable fault) {
    return fault instanceof IllegalStateException
        && Arrays.stream(fault.getStackTrace())
            .anyMatch(
                frame ->
                    frame.getClassName().equals(CONNECTION)
                        && frame.getMethodName().contains("createWebSocket"));
  }
}
