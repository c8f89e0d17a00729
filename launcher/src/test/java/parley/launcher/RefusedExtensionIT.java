package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An extension that cannot be taken keeps Parley from starting, by one line that names its jar. */
class RefusedExtensionIT {
  @TempDir Path folder;

  private Path extensions;

  @BeforeEach
  void makeFolder() throws IOException {
    extensions = Files.createDirectory(folder.resolve("extensions"));
  }

  @Test
  void refusesWhatIsDeclaredAlready() throws IOException {
    Files.copy(ExtensionIT.exampleJar(), extensions.resolve("dice.jar"));
    Files.copy(ExtensionIT.exampleJar(), extensions.resolve("second-dice.jar"));
    String line = refused(Map.of());
    assertTrue(line.contains("second-dice.jar") && line.contains("dice.roll.throw"), line);
  }

  @Test
  void refusesAJarThatIsNoExtension() throws IOException {
    Files.writeString(extensions.resolve("holiday.jar"), "no jar at all");
    String line = refused(Map.of());
    assertTrue(line.contains("holiday.jar") && line.contains("parley.extension.Extension"), line);
  }

  @Test
  void refusesAFolderThatIsAFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertTrue(refused(Map.of("PARLEY_EXTENSIONS", file.toString())).contains(file.toString()));
  }

  @Test
  void refusesTwoOfOneName() throws IOException {
    BrokenExtension.writeTo(extensions.resolve("first.jar"));
    BrokenExtension.writeTo(extensions.resolve("second.jar"));
    String line = refused(Map.of());
    assertTrue(line.contains("second.jar") && line.contains(BrokenExtension.NAME), line);
  }

  @Test
  void namesItsWrongSettingsTogetherWithThoseOfParley() throws IOException {
    BrokenExtension.writeTo(extensions.resolve("broken.jar"));
    List<String> lines = start(Map.of("PARLEY_BROKEN_PIECES", "1", "PARLEY_PORT", "harbour"));
    assertEquals(3, lines.size(), lines.toString());
    assertTrue(has(lines, "broken.pieces", "PARLEY_BROKEN_PIECES", "2 to 9"), lines.toString());
    assertTrue(has(lines, "port", "PARLEY_PORT", "0 to 65535"), lines.toString());
    assertFalse(Files.exists(folder.resolve("data")), "nothing was started");
  }

  @Test
  void refusesOneThatDoesNotStart() throws IOException {
    BrokenExtension.writeTo(extensions.resolve("broken.jar"));
    List<String> lines = start(Map.of("PARLEY_PORT", "0"));
    String last = lines.get(lines.size() - 1);
    assertTrue(last.contains("broken.jar") && last.contains("no such luck"), lines.toString());
  }

  private String refused(Map<String, String> more) {
    List<String> lines = start(more);
    assertEquals(1, lines.size(), lines.toString());
    assertFalse(Files.exists(folder.resolve("data")), "nothing was started");
    return lines.get(0);
  }

  private static boolean has(List<String> lines, String... words) {
    return lines.stream().anyMatch(line -> Stream.of(words).allMatch(line::contains));
  }

  /** What was said to the person. */
  private List<String> start(Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PARLEY_DATA", folder.resolve("data").toString());
    environment.put("PARLEY_EXTENSIONS", extensions.toString());
    environment.putAll(more);
    try (ParleyProcess parley = ParleyProcess.start(environment)) {
      assertNotEquals(0, parley.awaitExit());
      Printed.hasNoStackTrace(parley.printed());
      return parley.err();
    }
  }
}
