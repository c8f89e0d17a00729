package parley.gateway.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.UUID;
import parley.contract.Caller;

/**
 * Who sent a request, as far as the connection tells.
 *
 * @param address from where it came
 * @param device what its program calls itself, at most {@value #MAX_DEVICE} UTF-16 units
 * @param caller the gateway itself, for questions on behalf of somebody not yet known
 */
public record Client(InetAddress address, String device, Caller caller) {
  private static final Duration ALLOWED = Duration.ofSeconds(10);
  private static final int MAX_DEVICE = 200;

  /** The client of a request that just arrived. */
  public static Client of(HttpServerRequest request, ClientAddress addresses) {
    return new Client(
        addresses.of(peer(request), request.headers().getAll("X-Forwarded-For")),
        device(request.getHeader("User-Agent")),
        Caller.process(UUID.randomUUID().toString(), ALLOWED));
  }

  /** The network that this client is counted with. */
  public Network network() {
    return Network.ofClient(address);
  }

  private static InetAddress peer(HttpServerRequest request) {
    SocketAddress remote = request.remoteAddress();
    String host = remote == null ? null : remote.hostAddress();
    return host == null
        ? InetAddress.getLoopbackAddress()
        : Network.literal(host).orElseGet(InetAddress::getLoopbackAddress);
  }

  private static String device(String userAgent) {
    if (userAgent == null) {
      return "";
    }
    String printable = userAgent.replaceAll("[^\\x20-\\x7E]", "?").strip();
    return printable.length() <= MAX_DEVICE ? printable : printable.substring(0, MAX_DEVICE);
  }
}
