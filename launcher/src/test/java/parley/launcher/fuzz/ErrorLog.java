package parley.launcher.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What is logged as an error meanwhile, by anybody but the bridge of the library. */
final class ErrorLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private static final String BRIDGE = "io.vertx.ext.web.handler.sockjs.impl.EventBusBridgeImpl";

  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Logger bridge = (Logger) LoggerFactory.getLogger(BRIDGE);
  private final Level bridgeLevel = bridge.getLevel();

  ErrorLog() {
    bridge.setLevel(Level.OFF);
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  List<String> errors() {
    return errors;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)) {
      errors.add(event.getLoggerName() + " " + event.getFormattedMessage());
    }
  }

  @Override
  public void close() {
    root.detachAppender(this);
    bridge.setLevel(bridgeLevel);
  }
}
