package parley.launcher.matrix;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import parley.contract.Catalog;
import parley.contract.Exposure;
import parley.contract.Operation;
import parley.contract.Topic;
import parley.contract.feed.Range;
import parley.contract.presence.PresenceOperations;
import parley.gateway.api.Surface;
import parley.gateway.http.Route;

/** The table {@code authorisation.csv}, and what the catalogue says it has to contain. */
final class Table {
  private static final String FILE = "/authorisation.csv";
  private static final String HEADER =
      "way | address | request | "
          + Arrays.stream(Who.values())
              .map(who -> who.name().toLowerCase())
              .collect(Collectors.joining(" | "));

  private Table() {}

  static List<Row> rows() {
    List<String> lines =
        read().lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
    if (!lines.get(0).replaceAll(" +", " ").equals(HEADER)) {
      throw new IllegalStateException("the first line has to be: " + HEADER);
    }
    return lines.stream().skip(1).map(Row::parse).toList();
  }

  /** What there are rows for. */
  static Set<String> covered() {
    Set<String> covered = new TreeSet<>();
    rows().forEach(row -> covered.add(row.way() + " " + withoutPerson(row.address())));
    return covered;
  }

  /**
   * What there have to be rows for: operations open to browsers, HTTP routes about a conversation,
   * topics, ways of hearing them.
   */
  static Set<String> wanted(Catalog catalog) {
    Set<String> wanted = new TreeSet<>();
    for (Operation<?, ?> operation : catalog.operations()) {
      if (operation.exposure() == Exposure.BROWSER) {
        wanted.add("ask " + operation.address());
      }
    }
    for (Route route : Surface.DECLARED.all()) {
      if (route.path().contains("{conversation}")) {
        String way = route.method().name().toLowerCase(Locale.ROOT);
        wanted.add(way + " " + withoutPerson(route.path()));
      }
    }
    for (Topic<?> topic : catalog.topics()) {
      wanted.add("register " + topic.form());
      wanted.add("listening " + topic.form());
      if (topic.event() == Range.class) {
        wanted.add("resume " + topic.form());
      }
      if (topic.authorisedBy() == PresenceOperations.AUTHORISE_PRESENCE) {
        wanted.add("watch " + topic.form());
      }
    }
    return wanted;
  }

  private static String withoutPerson(String address) {
    return address.replaceAll("\\{[a-z]+}", "{id}");
  }

  private static String read() {
    try (InputStream in = Table.class.getResourceAsStream(FILE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
