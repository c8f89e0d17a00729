package parley.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads settings: environment over file over default. A wrong value is noted and its default taken,
 * so that {@link #problems()} names all of them at once; the process must not start while there are
 * any.
 */
public final class ConfigReader {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private final Map<String, String> environment;
  private final Map<String, String> file;
  private final Map<String, ConfigKey> keys = new LinkedHashMap<>();
  private final Set<String> problems = new LinkedHashSet<>();

  /**
   * @param environment the process's environment; only {@code PARLEY_…} of known keys is read
   * @param file name to value, as written in the settings file
   */
  public ConfigReader(Map<String, String> environment, Map<String, String> file) {
    this.environment = Map.copyOf(environment);
    this.file = Map.copyOf(file);
  }

  /** A line of text. */
  public String text(String name, String fallback, String sentence) {
    return read(name, "text", fallback, sentence, Function.identity());
  }

  /** A whole number within [least, most]. */
  public int integer(String name, int fallback, int least, int most, String sentence) {
    String shape = "whole number, " + least + " to " + most;
    return read(
        name,
        shape,
        Integer.toString(fallback),
        sentence,
        text -> {
          int value = Integer.parseInt(text);
          if (value < least || value > most) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  /** {@code true} or {@code false}. */
  public boolean flag(String name, boolean fallback, String sentence) {
    return read(
        name,
        "true or false",
        Boolean.toString(fallback),
        sentence,
        text -> {
          if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
          }
          return Boolean.valueOf(text);
        });
  }

  /** A length of time within [least, most], such as {@code 250ms}, {@code 10s}, {@code 5m}. */
  public Duration duration(
      String name, Duration fallback, Duration least, Duration most, String sentence) {
    String shape = "duration, " + written(least) + " to " + written(most);
    return read(
        name,
        shape,
        written(fallback),
        sentence,
        text -> {
          Duration value = parseDuration(text);
          if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(text);
          }
          return value;
        });
  }

  /** A path, taken from the working directory if relative; absent means that none was set. */
  public Optional<Path> path(String name, String fallback, String sentence) {
    return read(
        name,
        "path",
        fallback,
        sentence,
        text -> {
          try {
            return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
          } catch (InvalidPathException refused) {
            throw new IllegalArgumentException(refused);
          }
        });
  }

  /** A URI with one of the schemes; absent means that none was set. May hold a password. */
  public Optional<URI> uri(String name, String fallback, List<String> schemes, String sentence) {
    return read(
        name,
        "URI, " + String.join(" or ", schemes),
        fallback,
        sentence,
        text -> text.isEmpty() ? Optional.empty() : Optional.of(parseUri(text, schemes)));
  }

  /** Texts separated by commas; blanks around them do not count. */
  public List<String> list(String name, String fallback, String sentence) {
    return read(
        name,
        "list, separated by commas",
        fallback,
        sentence,
        text ->
            Pattern.compile(",")
                .splitAsStream(text)
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList());
  }

  /** A value that is never shown. */
  public Secret secret(String name, String sentence) {
    return read(name, "secret", "", sentence, Secret::new);
  }

  /** Notes a problem that concerns more than one key. */
  public void refuse(String problem) {
    problems.add(problem);
  }

  /** What is wrong, a line each; unknown names of the file included. Empty if all is well. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(problems);
    file.keySet().stream()
        .filter(name -> !keys.containsKey(name))
        .sorted()
        .forEach(name -> all.add(name + ": no such setting"));
    return all;
  }

  /** The keys that were asked for, in the order of asking. */
  public List<ConfigKey> keys() {
    return List.copyOf(keys.values());
  }

  private <T> T read(
      String name, String shape, String fallback, String sentence, Function<String, T> parse) {
    ConfigKey key = new ConfigKey(name, shape, fallback, sentence);
    keys.put(name, key);
    String given = environment.getOrDefault(key.variable(), file.get(name));
    if (given == null) {
      return parse.apply(fallback);
    }
    try {
      return parse.apply(given.strip());
    } catch (IllegalArgumentException refused) {
      problems.add(
          key.variable()
              + " ("
              + name
              + "): "
              + given.length()
              + " characters given, allowed: "
              + shape);
      return parse.apply(fallback);
    }
  }

  private static URI parseUri(String text, List<String> schemes) {
    try {
      URI uri = new URI(text);
      if (uri.getScheme() == null || !schemes.contains(uri.getScheme()) || uri.getHost() == null) {
        throw new IllegalArgumentException("scheme or host");
      }
      return uri;
    } catch (URISyntaxException refused) {
      throw new IllegalArgumentException(refused);
    }
  }

  private static Duration parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static String written(Duration duration) {
    long ms = duration.toMillis();
    if (ms % 86_400_000 == 0) {
      return ms / 86_400_000 + "d";
    }
    if (ms % 3_600_000 == 0) {
      return ms / 3_600_000 + "h";
    }
    if (ms % 60_000 == 0) {
      return ms / 60_000 + "m";
    }
    return ms % 1_000 == 0 ? ms / 1_000 + "s" : ms + "ms";
  }
}
