package parley.testkit.vertx;

import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test during which an event loop of this JVM was blocked for 100 ms. What counts is said
 * by {@link Blocking}.
 */
public final class NoBlockedLoops
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    LoopWatch.running().take();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    refuse();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    refuse();
  }

  private static void refuse() {
    List<String> found = LoopWatch.running().take();
    if (!found.isEmpty()) {
      throw new AssertionError("blocked event loops: " + found);
    }
  }
}
