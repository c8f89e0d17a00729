package parley.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import parley.config.ConfigKey;
import parley.config.ConfigReader;

/**
 * Where settings come from: the environment and a file. What the process finds out by itself, such
 * as the address of an embedded server, is laid over both.
 */
record Settings(Map<String, String> environment, Map<String, String> file) {
  Settings {
    environment = Map.copyOf(environment);
    file = Map.copyOf(file);
  }

  /** The environment of this process and, if one is named, a properties file. */
  static Settings of(Map<String, String> environment, Path file) {
    return new Settings(environment, file == null ? Map.of() : read(file));
  }

  /** The same with one setting replaced. */
  Settings with(String name, String value) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put(new ConfigKey(name, "", "", "").variable(), value);
    return new Settings(changed, file);
  }

  ConfigReader reader() {
    return new ConfigReader(environment, file);
  }

  private static Map<String, String> read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException unreadable) {
      throw new StartFailure("The settings file " + file + " cannot be read.");
    }
    return properties.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, properties::getProperty));
  }
}
