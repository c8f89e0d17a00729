package parley.launcher;

import io.vertx.core.Deployable;
import java.util.function.Supplier;

/**
 * An extension that has read its settings.
 *
 * @param name what it calls itself
 * @param label the jar that it came in
 * @param verticle makes its verticle, once for each instance
 */
record ExtensionPart(String name, String label, Supplier<? extends Deployable> verticle) {

  /** Why it does not start, in one line that names its jar. */
  IllegalStateException refused(Throwable cause) {
    return new IllegalStateException(
        "the extension " + name + " (" + label + ") fails: " + ExtensionJar.firstLine(cause),
        cause);
  }
}
