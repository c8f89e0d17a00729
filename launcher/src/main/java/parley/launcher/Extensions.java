package parley.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import parley.config.ConfigReader;
import parley.contract.Catalog;
import parley.contract.CatalogPart;
import parley.extension.Extension;

/**
 * The extensions of a process: those on its class path and every jar of one folder, in the order of
 * their names. Each is refused by a line that names its jar if it cannot be loaded or declares what
 * is declared already.
 */
final class Extensions implements AutoCloseable {
  private static final String JAR = ".jar";

  private final List<ExtensionJar> jars;
  private final Catalog catalog;

  private Extensions(List<ExtensionJar> jars, Catalog catalog) {
    this.jars = jars;
    this.catalog = catalog;
  }

  /** Those on the class path alone. */
  static Extensions ofClassPath() {
    return of(List.of());
  }

  /**
   * Those of a folder too; a folder that does not exist holds none.
   *
   * @throws StartFailure for the first that is refused
   */
  static Extensions in(Path folder) {
    return of(jarsIn(folder));
  }

  /** What Parley and all extensions declare. */
  Catalog catalog() {
    return catalog;
  }

  /** Lets each extension read its settings; what is wrong is noted in the reader. */
  List<ExtensionPart> configured(ConfigReader in) {
    List<ExtensionPart> parts = new ArrayList<>();
    for (ExtensionJar jar : jars) {
      for (Extension extension : jar.extensions()) {
        parts.add(
            ExtensionJar.guarded(
                jar.label(),
                () -> new ExtensionPart(extension.name(), jar.label(), extension.configured(in))));
      }
    }
    return List.copyOf(parts);
  }

  /** Closes the jars; their classes cannot be loaded any more. */
  @Override
  public void close() {
    jars.forEach(ExtensionJar::close);
  }

  private static Extensions of(List<Path> files) {
    List<ExtensionJar> jars = new ArrayList<>();
    try {
      jars.add(ExtensionJar.ofClassPath());
      Catalog catalog = joined(jars);
      for (Path file : files) {
        jars.add(ExtensionJar.open(file));
        catalog = joined(jars);
      }
      refuseSharedNames(jars);
      return new Extensions(List.copyOf(jars), catalog);
    } catch (StartFailure refused) {
      jars.forEach(ExtensionJar::close);
      throw refused;
    }
  }

  /** What is declared twice is the fault of the last one. */
  private static Catalog joined(List<ExtensionJar> jars) {
    List<CatalogPart> parts = jars.stream().flatMap(jar -> jar.parts().stream()).toList();
    return ExtensionJar.guarded(jars.get(jars.size() - 1).label(), () -> Catalog.with(parts));
  }

  private static void refuseSharedNames(List<ExtensionJar> jars) {
    Set<String> names = new HashSet<>();
    for (ExtensionJar jar : jars) {
      for (Extension extension : jar.extensions()) {
        if (!names.add(extension.name())) {
          throw ExtensionJar.refused(
              jar.label(), "another one is called " + extension.name() + " too");
        }
      }
    }
  }

  private static List<Path> jarsIn(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(JAR)).sorted().toList();
    } catch (IOException unreadable) {
      throw new StartFailure("The folder of extensions " + folder + " cannot be read.");
    }
  }
}
