package parley.contract.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
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

  @Test
  void noFixtureIsLeftOverFromAMessageThatIsGone() throws IOException {
    Set<String> known = Samples.all().keySet();
    try (Stream<Path> fixtures = Files.list(root().resolve(FixtureFile.FOLDER))) {
      List<String> orphans =
          fixtures
              .map(file -> file.getFileName().toString())
              .filter(name -> !known.contains(name.substring(0, name.indexOf('.'))))
              .toList();
      assertEquals(List.of(), orphans);
    }
  }

  private static Map<String, String> files() {
    Catalog catalog = Catalog.core();
    Map<String, String> files = new TreeMap<>();
    files.put("webroot/src/contract/generated.ts", TypeScriptFile.of(catalog));
    files.put("docs/contract.md", ContractPage.of(catalog));
    files.put("docs/failures.md", FailuresPage.of(catalog));
    Samples.all()
        .forEach(
            (name, sample) ->
                files.put(FixtureFile.FOLDER + name + ".json", FixtureFile.of(sample)));
    return files;
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
