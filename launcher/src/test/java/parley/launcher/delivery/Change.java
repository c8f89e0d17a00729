package parley.launcher.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/**
 * A few words of Parley's source replaced by others, to see what becomes of it. Nothing of Parley
 * knows of it: the changed class stands in a folder of its own, for a process to take instead.
 *
 * @param module the folder of the module
 * @param type the class
 * @param from words that stand there once
 * @param to what stands there instead
 */
record Change(String module, String type, String from, String to) {
  /** Compiles classes with all changes into the folder. */
  static Path compile(Path folder, List<Change> changes) {
    Map<Path, String> sources = new HashMap<>();
    for (Change change : changes) {
      sources.merge(change.source(), change.in(change.read()), (was, now) -> change.in(was));
    }
    try {
      Path written = Files.createDirectories(folder.resolve("sources"));
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "-d",
                  Files.createDirectories(folder.resolve("classes")).toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  "--release",
                  "17",
                  "-parameters"));
      for (Map.Entry<Path, String> source : sources.entrySet()) {
        Path file = written.resolve(source.getKey().getFileName());
        arguments.add(Files.writeString(file, source.getValue()).toString());
      }
      int failed =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(String[]::new));
      assertEquals(0, failed, "compiled: " + changes);
      return folder.resolve("classes");
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private String in(String text) {
    long times = Pattern.compile(from, Pattern.LITERAL).matcher(text).results().count();
    assertEquals(1, times, "stands once in " + type + ": " + from);
    return text.replace(from, to);
  }

  private String read() {
    try {
      return Files.readString(source());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private Path source() {
    return Path.of(System.getProperty("parley.root"), module, "src", "main", "java")
        .resolve(type.replace('.', '/') + ".java");
  }
}
