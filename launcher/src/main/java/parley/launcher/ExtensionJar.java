package parley.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import parley.contract.CatalogPart;
import parley.extension.Extension;

/**
 * What one jar brings along, loaded by a class loader of its own: it sees Parley and the jar, never
 * another extension.
 *
 * @param label how operators know it: the name of the file
 * @param opened the class loader to close in the end; null for the class path of the process
 */
record ExtensionJar(
    String label, List<Extension> extensions, List<CatalogPart> parts, URLClassLoader opened) {

  /** What stands on the class path of the process itself. */
  static ExtensionJar ofClassPath() {
    return of("on the class path", ExtensionJar.class.getClassLoader(), null);
  }

  /**
   * Opens a jar of the folder.
   *
   * @throws StartFailure if it is no extension
   */
  static ExtensionJar open(Path jar) {
    String label = jar.getFileName().toString();
    ExtensionJar opened =
        guarded(
            label,
            () -> {
              URLClassLoader loader =
                  new URLClassLoader(new URL[] {url(jar)}, ExtensionJar.class.getClassLoader());
              return of(label, loader, loader);
            });
    if (opened.extensions().isEmpty()) {
      opened.close();
      throw refused(label, "it names no " + Extension.class.getName());
    }
    return opened;
  }

  /**
   * Runs what belongs to an extension; whatever it throws becomes one line that names the jar.
   *
   * @throws StartFailure in place of anything that is thrown
   */
  static <T> T guarded(String label, Supplier<T> foreign) {
    try {
      return foreign.get();
    } catch (StartFailure said) {
      throw said;
    } catch (RuntimeException | ServiceConfigurationError | LinkageError thrown) {
      throw refused(label, firstLine(thrown));
    }
  }

  /** The line that says why a jar is not taken. */
  static StartFailure refused(String label, String reason) {
    return new StartFailure("The extension " + label + " is refused: " + reason + ".");
  }

  /** What is said about a failure: the first line of its message, or its type. */
  static String firstLine(Throwable thrown) {
    return thrown.getMessage() == null
        ? thrown.getClass().getSimpleName()
        : thrown.getMessage().lines().findFirst().orElse(thrown.getClass().getSimpleName());
  }

  void close() {
    if (opened != null) {
      try {
        opened.close();
      } catch (IOException unclosed) {
        throw new UncheckedIOException(unclosed);
      }
    }
  }

  private static ExtensionJar of(String label, ClassLoader loader, URLClassLoader opened) {
    return new ExtensionJar(
        label, own(Extension.class, loader), own(CatalogPart.class, loader), opened);
  }

  /** A class loader shows the providers of its parent too; those belong to another. */
  private static <T> List<T> own(Class<T> type, ClassLoader loader) {
    return ServiceLoader.load(type, loader).stream()
        .filter(provider -> provider.type().getClassLoader() == loader)
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static URL url(Path jar) {
    try {
      return jar.toUri().toURL();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
