package parley.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of its own in front of a server on loopback. What is wrong holds for the connections that
 * stand and for those that come, until {@link #heal}; all of it may be said by any thread.
 */
public final class FaultProxy implements AutoCloseable {
  private final ServerSocket entrance;
  private final int server;
  private final Wrongs wrongs = new Wrongs();
  private final List<Passage> passages = new CopyOnWriteArrayList<>();
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean down;

  private FaultProxy(ServerSocket entrance, int server) {
    this.entrance = entrance;
    this.server = server;
  }

  /** Nothing is wrong yet. */
  public static FaultProxy before(int serverPort) {
    try {
      ServerSocket entrance = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
      FaultProxy proxy = new FaultProxy(entrance, serverPort);
      Passage.daemon("entrance of a proxy", proxy::accept);
      return proxy;
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Where clients go instead. */
  public int port() {
    return entrance.getLocalPort();
  }

  /** Every piece of bytes waits for so long, in either direction. */
  public void latency(Duration time) {
    wrongs.latency(time);
  }

  /** At most so many bytes a second in this direction, of each connection. */
  public void bandwidth(Direction direction, int bytesPerSecond) {
    wrongs.bandwidth(direction, bytesPerSecond);
  }

  /**
   * Who comes from now on is reset at once. Connections that stand are left alone, see {@link
   * #resetAll}.
   */
  public void down() {
    down = true;
  }

  /**
   * Nothing goes on any more, in either direction, and nobody is told, neither by an end nor by a
   * reset. Who comes from now on is accepted and hears nothing.
   */
  public void halfOpen() {
    wrongs.silent(true);
  }

  /** The end of one side's connection is not passed on, while bytes are. */
  public void slowClose() {
    wrongs.keepsOpen(true);
  }

  /** Ends all connections that stand with a reset, to both sides; gives how many there were. */
  public int resetAll() {
    return (int) passages.stream().filter(Passage::reset).count();
  }

  /**
   * Resets a connection when it has passed so many bytes in this direction: exactly those arrive.
   * Once; the first connection that comes so far meets it.
   */
  public Cut cutAt(Direction direction, long bytes) {
    return wrongs.cut(direction, Cut.at(bytes));
  }

  /**
   * Resets a connection when so many more bytes have passed from now on, counted for all its
   * connections together. Once.
   */
  public Cut cutAfter(Direction direction, long more) {
    return wrongs.cut(direction, Cut.after(more));
  }

  /**
   * Resets a connection in the moment in which these words are about to arrive: nothing of the
   * piece that brings their last byte goes on. Once.
   *
   * @param words in ASCII, as they stand on the wire
   */
  public Cut cutBefore(Direction direction, String words) {
    return cutBefore(direction, words, 1);
  }

  /** As above, when they are about to arrive for the n-th time in one connection. */
  public Cut cutBefore(Direction direction, String words, int times) {
    return wrongs.cut(direction, Cut.before(words.getBytes(StandardCharsets.US_ASCII), times));
  }

  /** Nothing is wrong any more; connections that were silent go on with what waits. */
  public void heal() {
    down = false;
    wrongs.heal();
  }

  /** How many connections came. */
  public int accepted() {
    return accepted.get();
  }

  /** How many came while it was down. */
  public int refused() {
    return refused.get();
  }

  /** How many connections stand. */
  public int open() {
    return (int) passages.stream().filter(Passage::isOpen).count();
  }

  /** How many bytes went on in this direction. */
  public long passed(Direction direction) {
    return wrongs.passed(direction);
  }

  @Override
  public void close() {
    try {
      entrance.close();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      passages.forEach(Passage::reset);
      wrongs.heal();
    }
  }

  private void accept() {
    while (!entrance.isClosed()) {
      try {
        enter(entrance.accept());
      } catch (IOException closed) {
        // By us, or by a client that went before it was served.
        continue;
      }
    }
  }

  private void enter(Socket client) throws IOException {
    accepted.incrementAndGet();
    if (down) {
      refused.incrementAndGet();
      Passage.reset(client);
      return;
    }
    try {
      Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
      passages.removeIf(passage -> !passage.isOpen());
      passages.add(Passage.open(client, behind, wrongs));
    } catch (IOException unreachable) {
      Passage.reset(client);
    }
  }
}
