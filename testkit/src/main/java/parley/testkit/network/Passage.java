package parley.testkit.network;

import java.io.IOException;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** One connection through a proxy: a socket on each side and a thread in each direction. */
final class Passage {
  private static final int PIECE = 8_192;
  private static final int PIECES_A_SECOND = 20;
  private static final long SECOND_NANOS = 1_000_000_000;

  private final Socket client;
  private final Socket server;
  private final Wrongs wrongs;
  private volatile boolean open = true;
  private int ended;

  private Passage(Socket client, Socket server, Wrongs wrongs) {
    this.client = client;
    this.server = server;
    this.wrongs = wrongs;
  }

  static Passage open(Socket client, Socket server, Wrongs wrongs) throws IOException {
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    Passage passage = new Passage(client, server, wrongs);
    daemon("to the server", () -> passage.run(Direction.TO_SERVER, client, server));
    daemon("to the client", () -> passage.run(Direction.TO_CLIENT, server, client));
    return passage;
  }

  static void daemon(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  boolean isOpen() {
    return open;
  }

  /** Ends both sides with a reset; false if it was over already. */
  synchronized boolean reset() {
    boolean was = open;
    over();
    reset(client);
    reset(server);
    return was;
  }

  /** Closes so that the other side hears a reset and no end. */
  static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException closed) {
      // It is closed already, which is what was wanted.
      return;
    }
  }

  private void run(Direction direction, Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    Map<Cut, WordCount> seen = new HashMap<>();
    long offset = 0;
    try {
      while (open) {
        int length = from.getInputStream().read(piece, 0, mostAtOnce(direction));
        wrongs.awaitVoice(this);
        if (length < 0) {
          end(to);
          return;
        }
        wait(direction, length);
        int passes = passes(direction, offset, piece, length, seen);
        int going = passes < 0 ? length : passes;
        // Counted first: who has them may ask at once.
        wrongs.goesOn(direction, going);
        to.getOutputStream().write(piece, 0, going);
        offset += length;
        if (passes >= 0) {
          reset();
        }
      }
    } catch (IOException broken) {
      reset();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      reset();
    }
  }

  private int passes(
      Direction direction, long offset, byte[] piece, int length, Map<Cut, WordCount> seen) {
    for (Cut cut : wrongs.cuts(direction)) {
      WordCount words = seen.computeIfAbsent(cut, absent -> new WordCount());
      int passes = cut.passes(offset, piece, length, words);
      if (passes >= 0) {
        return passes;
      }
    }
    return -1;
  }

  /** One side has ended: the other is told, and when both have it is over. */
  private synchronized void end(Socket to) throws IOException {
    if (!wrongs.keepsOpen()) {
      to.shutdownOutput();
      ended++;
    }
    if (ended == 2) {
      over();
      client.close();
      server.close();
    }
  }

  private void over() {
    open = false;
    wrongs.wake();
  }

  /** Small pieces, where only few bytes may go in a second. */
  private int mostAtOnce(Direction direction) {
    int rate = wrongs.bandwidth(direction);
    return rate == 0 ? PIECE : Math.max(1, Math.min(PIECE, rate / PIECES_A_SECOND));
  }

  private void wait(Direction direction, int length) {
    int rate = wrongs.bandwidth(direction);
    long nanos = wrongs.latencyNanos() + (rate == 0 ? 0 : SECOND_NANOS * length / rate);
    for (long until = System.nanoTime() + nanos; open && System.nanoTime() < until; ) {
      LockSupport.parkNanos(until - System.nanoTime());
    }
  }
}
