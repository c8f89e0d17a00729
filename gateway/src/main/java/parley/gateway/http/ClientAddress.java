package parley.gateway.http;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells from where a request really came. {@code X-Forwarded-For} is read from right to left and
 * only as far as trusted proxies wrote it: whatever a client put in front of that is not believed.
 */
public final class ClientAddress {
  private static final int MAX_HOPS = 16;

  private final List<Network> trusted;

  public ClientAddress(List<Network> trustedProxies) {
    this.trusted = List.copyOf(trustedProxies);
  }

  /**
   * The address of the client.
   *
   * @param peer the other end of the connection
   * @param forwardedFor the values of all {@code X-Forwarded-For} headers, in order
   */
  public InetAddress of(InetAddress peer, List<String> forwardedFor) {
    InetAddress client = peer;
    List<String> hops = hops(forwardedFor);
    for (int i = hops.size() - 1; i >= 0 && hops.size() - i <= MAX_HOPS; i--) {
      Optional<InetAddress> hop = Network.literal(withoutPort(hops.get(i)));
      if (!isTrusted(client) || hop.isEmpty()) {
        return client;
      }
      client = hop.get();
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static List<String> hops(List<String> headers) {
    List<String> hops = new ArrayList<>();
    for (String header : headers) {
      for (String hop : header.split(",", -1)) {
        hops.add(hop.strip());
      }
    }
    return hops;
  }

  /** Some proxies write {@code 192.0.2.1:5000} or {@code [2001:db8::1]:5000}. */
  private static String withoutPort(String hop) {
    if (hop.startsWith("[")) {
      int end = hop.indexOf(']');
      return end < 0 ? hop : hop.substring(1, end);
    }
    int colon = hop.indexOf(':');
    return colon >= 0 && colon == hop.lastIndexOf(':') ? hop.substring(0, colon) : hop;
  }
}
