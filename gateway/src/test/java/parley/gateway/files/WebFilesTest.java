package parley.gateway.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebFilesTest {
  @TempDir Path folder;

  @Test
  void readsAFolder() throws IOException {
    Files.createDirectories(folder.resolve("webroot/assets"));
    Files.writeString(folder.resolve("webroot/index.html"), "<!doctype html>");
    Files.writeString(folder.resolve("webroot/assets/a-1.css"), "a{}");
    try (URLClassLoader loader = loader(folder)) {
      check(WebFiles.load(loader, "webroot"));
    }
  }

  @Test
  void readsAJarTwice() throws IOException {
    Path jar = folder.resolve("client with blank.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      entry(out, "webroot/index.html", "<!doctype html>");
      entry(out, "webroot/assets/a-1.css", "a{}");
      entry(out, "elsewhere/secret.txt", "secret");
    }
    try (URLClassLoader loader = loader(jar)) {
      check(WebFiles.load(loader, "webroot"));
      check(WebFiles.load(loader, "webroot"));
    }
  }

  @Test
  void isEmptyWithoutAClient() {
    WebFiles files = WebFiles.load(WebFilesTest.class.getClassLoader(), "no-such-folder");

    assertTrue(files.index().isEmpty());
  }

  @Test
  void tagsContentNotNames() {
    WebFile one = WebFile.of("a.js", "one".getBytes(StandardCharsets.UTF_8));

    assertEquals(one.etag(), WebFile.of("b.js", "one".getBytes(StandardCharsets.UTF_8)).etag());
    assertNotEquals(one.etag(), WebFile.of("a.js", "two".getBytes(StandardCharsets.UTF_8)).etag());
  }

  @Test
  void keepsACompressedFormOnlyWhereItSaves() {
    assertNull(WebFile.of("a.js", "x".getBytes(StandardCharsets.UTF_8)).gzip());
    assertNull(WebFile.of("a.png", new byte[5_000]).gzip());
    assertTrue(WebFile.of("a.js", new byte[5_000]).gzip().length() < 100);
  }

  private static void check(WebFiles files) {
    assertEquals("<!doctype html>", files.at("").orElseThrow().plain().toString());
    assertEquals("a{}", files.at("assets/a-1.css").orElseThrow().plain().toString());
    assertTrue(files.at("assets").isEmpty());
    assertTrue(files.at("../elsewhere/secret.txt").isEmpty());
  }

  private static URLClassLoader loader(Path path) throws IOException {
    return new URLClassLoader(new URL[] {path.toUri().toURL()}, null);
  }

  private static void entry(JarOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new JarEntry(name));
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.closeEntry();
  }
}
