package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;

/** Makes the jar of an extension that reads one setting and whose verticle fails when it starts. */
final class BrokenExtension {
  /** What it calls itself. */
  static final String NAME = "broken";

  private static final String SOURCE =
      """
      public final class Broken implements parley.extension.Extension {
        public String name() {
          return "broken";
        }
        public java.util.function.Supplier<io.vertx.core.Deployable> configured(
            parley.config.ConfigReader in) {
          in.integer("broken.pieces", 2, 2, 9, "Into how many pieces it breaks.");
          return () -> context -> io.vertx.core.Future.failedFuture("no such luck");
        }
      }
      """;

  private BrokenExtension() {}

  static void writeTo(Path jar) throws IOException {
    Path folder = Files.createTempDirectory(jar.toAbsolutePath().getParent(), "classes");
    Path source = Files.writeString(folder.resolve("Broken.java"), SOURCE);
    String classPath = System.getProperty("java.class.path");
    assertEquals(
        0,
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", classPath, source.toString()));
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(file)) {
      write(entries, "Broken.class", Files.readAllBytes(folder.resolve("Broken.class")));
      write(
          entries,
          "META-INF/services/parley.extension.Extension",
          "Broken".getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void write(JarOutputStream entries, String name, byte[] content)
      throws IOException {
    entries.putNextEntry(new JarEntry(name));
    entries.write(content);
    entries.closeEntry();
  }
}
