package parley.gateway.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of the web client, read once from the class path. Immutable; shared by all loops. */
public final class WebFiles {
  /** Where the build puts the client. */
  public static final String FOLDER = "webroot";

  private static final String INDEX = "index.html";
  private static final int MAX_FILES = 2_000;
  private static final long MAX_BYTES = 64L * 1024 * 1024;

  private final Map<String, WebFile> byPath;

  private WebFiles(Map<String, WebFile> byPath) {
    this.byPath = Map.copyOf(byPath);
  }

  /**
   * Reads the folder {@code folder} of the class path, of a jar or of a directory; no files if it
   * is not there. Blocks.
   */
  public static WebFiles load(ClassLoader loader, String folder) {
    URL index = loader.getResource(folder + "/" + INDEX);
    if (index == null) {
      return new WebFiles(Map.of());
    }
    try {
      return index.getProtocol().equals("jar")
          ? fromJar(index, folder)
          : new WebFiles(read(Path.of(index.toURI()).getParent()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The file at a path without leading slash; the empty path is the client's start page. */
  Optional<WebFile> at(String path) {
    return Optional.ofNullable(byPath.get(path.isEmpty() ? INDEX : path));
  }

  /** The client's start page. */
  Optional<WebFile> index() {
    return at(INDEX);
  }

  private static WebFiles fromJar(URL index, String folder) throws IOException, URISyntaxException {
    String url = index.toString();
    Path jar = Path.of(new URI(url.substring("jar:".length(), url.indexOf("!/"))));
    try (FileSystem inside = FileSystems.newFileSystem(jar)) {
      return new WebFiles(read(inside.getPath(folder)));
    }
  }

  private static Map<String, WebFile> read(Path root) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(root)) {
      paths = all.filter(Files::isRegularFile).limit(MAX_FILES + 1L).toList();
    }
    Map<String, WebFile> files = new HashMap<>();
    long bytes = 0;
    for (Path path : paths) {
      bytes += Files.size(path);
      if (paths.size() > MAX_FILES || bytes > MAX_BYTES) {
        throw new IllegalStateException("the web client is too large to be held in memory");
      }
      String name = root.relativize(path).toString().replace('\\', '/');
      files.put(name, WebFile.of(name, Files.readAllBytes(path)));
    }
    return files;
  }
}
