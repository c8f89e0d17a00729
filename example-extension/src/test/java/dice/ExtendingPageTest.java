package dice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The code on the page about extensions is the code of this module. */
class ExtendingPageTest {
  private static final Path ROOT = Path.of(System.getProperty("parley.root", ".."));
  private static final Pattern SNIPPET =
      Pattern.compile("<!-- (\\S+) -->\\n```(?:java|text)\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("^```(java|text)$", Pattern.MULTILINE);

  @Test
  void everySnippetStandsInTheFileThatItNames() throws IOException {
    List<String> shown = new ArrayList<>();
    Matcher snippet = SNIPPET.matcher(page());
    while (snippet.find()) {
      String file = Files.readString(ROOT.resolve(snippet.group(1)));
      assertTrue(file.contains(snippet.group(2)), "differs: " + snippet.group(1));
      shown.add(snippet.group(1));
    }
    assertEquals(CODE.matcher(page()).results().count(), shown.size(), "each names its file");
  }

  @Test
  void everyClassIsShownOrLinked() throws IOException {
    String page = page();
    try (Stream<Path> sources = Files.list(ROOT.resolve("example-extension/src/main/java/dice"))) {
      List<String> absent =
          sources
              .map(file -> file.getFileName().toString())
              .filter(name -> !name.equals("package-info.java") && !page.contains("/" + name))
              .toList();
      assertEquals(List.of(), absent);
    }
  }

  private static String page() throws IOException {
    return Files.readString(ROOT.resolve("docs/extending.md"));
  }
}
