package parley.gateway.http;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import parley.config.ConfigReader;

/**
 * How the gateway is reached.
 *
 * @param publicUrl the address that people type, if it is known; https makes cookies {@code Secure}
 * @param trustedProxies whose {@code X-Forwarded-For} is believed
 * @param allowedOrigins origins beside the own one that may change something
 */
public record HttpConfig(
    Optional<URI> publicUrl, List<Network> trustedProxies, Set<Origin> allowedOrigins) {

  public HttpConfig {
    trustedProxies = List.copyOf(trustedProxies);
    allowedOrigins = Set.copyOf(allowedOrigins);
  }

  /** Reads the settings; what is wrong is noted in the reader. */
  public static HttpConfig from(ConfigReader in) {
    Optional<URI> publicUrl =
        in.uri(
            "publicUrl",
            "",
            List.of("http", "https"),
            "Address that people type; without path. Empty: the host that a request names.");
    if (publicUrl.isPresent() && !isBare(publicUrl.get())) {
      in.refuse("publicUrl: must not have a path, query, fragment or user");
    }
    return new HttpConfig(
        publicUrl,
        parsed(
            in,
            "trustedProxies",
            "Addresses or networks (CIDR) of proxies whose X-Forwarded-For is believed.",
            Network::parse),
        new LinkedHashSet<>(
            parsed(
                in,
                "allowedOrigins",
                "Web origins beside the own one that may use this server with cookies.",
                Origin::of)));
  }

  /** Where no public URL, proxy or further origin is known. */
  public static HttpConfig local() {
    return new HttpConfig(Optional.empty(), List.of(), Set.of());
  }

  /** The origin of the public URL. */
  public Optional<Origin> publicOrigin() {
    return publicUrl.flatMap(Origin::of);
  }

  /** Whether browsers reach the gateway through TLS. */
  public boolean secure() {
    return publicOrigin().filter(origin -> origin.scheme().equals("https")).isPresent();
  }

  private static boolean isBare(URI uri) {
    String path = uri.getRawPath();
    return (path == null || path.isEmpty() || path.equals("/"))
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && uri.getRawUserInfo() == null;
  }

  private static <T> List<T> parsed(
      ConfigReader in, String name, String sentence, Function<String, Optional<T>> parse) {
    List<String> texts = in.list(name, "", sentence);
    texts.stream()
        .filter(text -> parse.apply(text).isEmpty())
        .forEach(text -> in.refuse(name + ": not readable: " + text));
    return texts.stream().map(parse).flatMap(Optional::stream).toList();
  }
}
