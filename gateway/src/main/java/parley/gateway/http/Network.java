package parley.gateway.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A range of Internet addresses in CIDR form. No name is ever looked up.
 *
 * @param address the lowest address of the range
 * @param bits how many leading bits are fixed
 */
public record Network(InetAddress address, int bits) {
  private static final int IPV4_CLIENT_BITS = 24;
  private static final int IPV6_CLIENT_BITS = 64;

  public Network {
    int size = address.getAddress().length * Byte.SIZE;
    if (bits < 0 || bits > size) {
      throw new IllegalArgumentException("bits: " + bits);
    }
    address = masked(address, bits);
  }

  /** Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; absent if it is neither. */
  public static Optional<Network> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = literal(slash < 0 ? text : text.substring(0, slash));
    try {
      return address.map(a -> new Network(a, slash < 0 ? sizeOf(a) : bits(text, slash)));
    } catch (IllegalArgumentException outOfBounds) {
      return Optional.empty();
    }
  }

  /** The network that a client is counted with: /24 for IPv4, /64 for IPv6. */
  public static Network ofClient(InetAddress client) {
    return new Network(
        client, client.getAddress().length == 4 ? IPV4_CLIENT_BITS : IPV6_CLIENT_BITS);
  }

  /** An address in its written form; an IPv4 address mapped into IPv6 is the IPv4 address. */
  public static Optional<InetAddress> literal(String text) {
    byte[] bytes = NetUtil.createByteArrayFromIpAddressString(text);
    if (bytes == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByAddress(bytes));
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whether the address lies within. */
  public boolean contains(InetAddress other) {
    return other.getAddress().length == address.getAddress().length
        && masked(other, bits).equals(address);
  }

  @Override
  public String toString() {
    return address.getHostAddress() + "/" + bits;
  }

  private static int bits(String text, int slash) {
    return Integer.parseInt(text.substring(slash + 1));
  }

  private static int sizeOf(InetAddress address) {
    return address.getAddress().length * Byte.SIZE;
  }

  private static InetAddress masked(InetAddress address, int bits) {
    byte[] bytes = Arrays.copyOf(address.getAddress(), address.getAddress().length);
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.min(Byte.SIZE, Math.max(0, bits - i * Byte.SIZE));
      bytes[i] &= (byte) (0xFF << (Byte.SIZE - kept));
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
