package parley.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** Versions of the servers that travel with this module; the build fills them in. */
final class Versions {
  private static final Properties VALUES = load();

  private Versions() {}

  static String of(String server) {
    return VALUES.getProperty(server);
  }

  private static Properties load() {
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      Properties values = new Properties();
      values.load(in);
      return values;
    } catch (IOException e) {
      throw new EmbeddedServerException("The embedded servers' versions cannot be read.", e);
    }
  }
}
