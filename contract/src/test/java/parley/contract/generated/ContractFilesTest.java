package parley.contract.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.contract.Catalog;

/**
 * The committed files are what the catalogue says. With {@code -Dcontract.write=true} they are
 * written instead.
 */
class ContractFilesTest {
  private static final boolean WRITE = Boolean.getBoolean("contract.write");

  @TestFactory
  Stream<DynamicTest> committedFileIsWhatTheCatalogueSays() {
    return files().entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(), () -> check(root().resolve(file.getKey()), file.getValue())));
  }

  private static Map<String, String> files() {
    Catalog catalog = Catalog.core();
    return Map.of("webroot/src/contract/generated.ts", TypeScriptFile.of(catalog));
  }

  private static void check(Path file, String content) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, content);
    }
    assertTrue(Files.exists(file), file + " is missing: run ./parley contract");
    assertEquals(content, Files.readString(file), file + " is stale: run ./parley contract");
  }

  private static Path root() {
    return Path.of(System.getProperty("parley.root", ".")).toAbsolutePath();
  }
}
