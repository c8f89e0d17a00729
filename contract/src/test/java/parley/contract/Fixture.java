package parley.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import parley.contract.generated.Messages;

/**
 * One file of the fixtures: {@code <Message>.json}, or {@code
 * <Message>.invalid.<field>-<reason>.json}, which must be refused because of that field.
 *
 * @param name the file's name
 * @param field the field that is wrong; null for a valid fixture
 */
public record Fixture(String name, Class<?> type, String field, String json) {
  private static final String INVALID = ".invalid.";

  /** The fixtures that must be readable. */
  public static List<Fixture> valid() {
    return all().stream().filter(fixture -> fixture.field() == null).toList();
  }

  /** The fixtures that must be refused. */
  public static List<Fixture> invalid() {
    return all().stream().filter(fixture -> fixture.field() != null).toList();
  }

  private static List<Fixture> all() {
    Map<String, Class<?>> types =
        Messages.of(Catalog.core()).stream()
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));
    try (Stream<Path> files = Files.list(folder())) {
      return files.sorted().map(file -> read(file, types)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Fixture read(Path file, Map<String, Class<?>> types) {
    String name = file.getFileName().toString();
    int invalid = name.indexOf(INVALID);
    String field =
        invalid < 0 ? null : name.substring(invalid + INVALID.length(), name.indexOf('-'));
    try {
      return new Fixture(
          name, types.get(name.substring(0, name.indexOf('.'))), field, Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Path folder() {
    try {
      return Path.of(Fixture.class.getResource("/fixtures").toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
