package parley.gateway.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import parley.contract.Catalog;
import parley.gateway.http.HttpConfig;
import parley.gateway.session.CookieNames;
import parley.testkit.documents.Document;

/**
 * The fixtures of the contract by the schemas of the AsyncAPI document: what is right passes, what
 * is wrong does not. A bound that is missing in a schema is declared by {@link
 * parley.contract.Bounds}.
 */
class FixturesTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("parley.root", ".."))
          .resolve("contract/src/main/resources/fixtures");
  private static final Document ASYNC_API =
      Document.of(
          AsyncApi.of(Catalog.core(), Optional.empty(), CookieNames.of(HttpConfig.local()))
              .encode());

  /** What is wrong about a value that no schema can tell: the server alone does. */
  private static final Set<String> UNTOLD =
      Set.of(
          "lone-surrogate",
          "control-character",
          "direction-override",
          "line-break",
          "blank",
          "too-short",
          "MarkRead.invalid.readOrdinal-fraction",
          "beyond-long",
          "ChangeProfile.invalid.status.emoji",
          "SetReaction.invalid.emoji-letter",
          "SetReaction.invalid.emoji-two",
          "ChangeProfile.invalid.status.text-missing");

  @TestFactory
  Stream<DynamicTest> whatIsRightPasses() throws IOException {
    return fixtures(name -> !name.contains(".invalid."))
        .map(
            file ->
                DynamicTest.dynamicTest(nameOf(file), () -> assertEquals(List.of(), faults(file))));
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrongDoesNot() throws IOException {
    return fixtures(name -> name.contains(".invalid.") && UNTOLD.stream().noneMatch(name::contains))
        .map(
            file ->
                DynamicTest.dynamicTest(nameOf(file), () -> assertFalse(faults(file).isEmpty())));
  }

  private static List<String> faults(Path file) throws IOException {
    String name = nameOf(file);
    return ASYNC_API.faults(name.substring(0, name.indexOf('.')), Files.readString(file));
  }

  private static Stream<Path> fixtures(Predicate<String> which) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found = files.filter(file -> which.test(nameOf(file))).sorted().toList();
      assertTrue(found.size() > 50, found.size() + " fixtures");
      return found.stream();
    }
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }
}
