package parley.extension;

import io.vertx.core.Deployable;
import java.util.function.Supplier;
import parley.config.ConfigReader;

/**
 * A part that was not built with Parley. Its jar names it in {@code
 * META-INF/services/parley.extension.Extension} and its declarations in {@code
 * META-INF/services/parley.contract.CatalogPart}. It runs in the JVM of Parley with full trust: it
 * can read and do whatever Parley can.
 */
public interface Extension {
  /** What it is called in lines for operators; no two extensions share a name. */
  String name();

  /**
   * Reads the settings, whose names begin with {@link #name()}, and gives what makes the verticle:
   * once for each instance. Called before anything is started and more than once, so it starts
   * nothing itself; what is wrong is noted in the reader. The verticle is deployed once every
   * operation it serves is reachable.
   */
  Supplier<? extends Deployable> configured(ConfigReader in);
}
