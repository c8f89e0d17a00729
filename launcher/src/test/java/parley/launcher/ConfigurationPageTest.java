package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.config.ConfigKey;
import parley.config.ConfigReader;

/** {@code docs/configuration.md} is written from the keys that the modules really read. */
class ConfigurationPageTest {
  private static final Path PAGE =
      Path.of(System.getProperty("parley.root", "..")).resolve("docs/configuration.md");

  @Test
  void thePageSaysWhatTheModulesRead() throws IOException {
    String page = render(keys());
    if (Boolean.getBoolean("contract.write")) {
      Files.writeString(PAGE, page);
    }
    assertEquals(page, Files.readString(PAGE), "regenerate it: ./parley contract");
  }

  @Test
  void noTwoKeysShareAVariable() {
    List<ConfigKey> keys = keys();
    assertEquals(keys.size(), keys.stream().map(ConfigKey::variable).distinct().count());
    assertTrue(keys.stream().allMatch(key -> key.sentence().endsWith(".")));
  }

  private static List<ConfigKey> keys() {
    ConfigReader in = new ConfigReader(Map.of(), Map.of());
    ProcessConfig.from(in, Extensions.ofClassPath());
    return in.keys();
  }

  private static String render(List<ConfigKey> keys) {
    StringBuilder page = new StringBuilder();
    page.append("# Configuration\n\n")
        .append("Generated from the code by `./parley contract`; do not edit.\n\n")
        .append("A setting comes from the environment, else from the properties file named by ")
        .append("`--config`, else it has its default. Whatever is wrong is said at the start, ")
        .append("all of it at once, and the process does not start.\n\n")
        .append("| variable | name in the file | value | default | what it decides |\n")
        .append("|---|---|---|---|---|\n");
    for (ConfigKey key : keys) {
      page.append("| `").append(key.variable()).append("` | `").append(key.name());
      page.append("` | ").append(key.shape()).append(" | ");
      page.append(key.fallback().isEmpty() ? "" : "`" + key.fallback() + "`");
      page.append(" | ").append(key.sentence()).append(" |\n");
    }
    return page.toString();
  }
}
