package parley.gateway.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * A web origin as browsers compare it: scheme, host and port, the default port made explicit.
 *
 * @param scheme {@code http} or {@code https}
 * @param host lower case; an IPv6 address keeps its brackets
 */
public record Origin(String scheme, String host, int port) {

  /** The origin of a URL, or of an {@code Origin} header; absent if it is neither, or opaque. */
  public static Optional<Origin> of(String text) {
    try {
      return of(new URI(text));
    } catch (URISyntaxException notAnOrigin) {
      return Optional.empty();
    }
  }

  /** The origin of an {@code http} or {@code https} URL. */
  public static Optional<Origin> of(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    int port = uri.getPort() == -1 ? defaultPort(scheme) : uri.getPort();
    return Optional.of(new Origin(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
  }

  /** Whether this origin is what a {@code Host} header names; {@code port} -1 for none given. */
  public boolean isAt(String otherHost, int otherPort) {
    int effective = otherPort <= 0 ? defaultPort(scheme) : otherPort;
    return host.equals(otherHost.toLowerCase(Locale.ROOT)) && port == effective;
  }

  /** As a browser writes it, without the default port. */
  @Override
  public String toString() {
    return scheme + "://" + authority();
  }

  /** Host, and port unless it is the default one. */
  public String authority() {
    return port == defaultPort(scheme) ? host : host + ":" + port;
  }

  private static int defaultPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}
