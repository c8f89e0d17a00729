package parley.gateway.http;

import io.vertx.core.net.HostAndPort;
import java.util.Optional;
import java.util.Set;

/**
 * Which origins may change something here: the public URL's, those that configuration adds, and
 * where no public URL is set the one whose host and port the request itself names. An opaque origin
 * ({@code null}) never may.
 */
public final class OriginPolicy {
  private final Optional<Origin> own;
  private final Set<Origin> extra;

  public OriginPolicy(HttpConfig config) {
    this.own = config.publicOrigin();
    this.extra = config.allowedOrigins();
  }

  /**
   * Decides for the value of an {@code Origin} header.
   *
   * @param authority what the request says it was sent to; may be null
   */
  public boolean allows(String header, HostAndPort authority) {
    return Origin.of(header).filter(origin -> isAllowed(origin, authority)).isPresent();
  }

  private boolean isAllowed(Origin origin, HostAndPort authority) {
    if (extra.contains(origin)) {
      return true;
    }
    if (own.isPresent()) {
      return own.get().equals(origin);
    }
    return authority != null && origin.isAt(authority.host(), authority.port());
  }
}
