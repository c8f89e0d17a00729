package parley.testkit.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Says whatever it hears, and counts how its connections end. */
final class EchoServer implements AutoCloseable {
  final AtomicLong heard = new AtomicLong();
  final AtomicInteger ended = new AtomicInteger();
  final AtomicInteger broken = new AtomicInteger();
  private final ServerSocket entrance;

  EchoServer() {
    try {
      entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
    daemon(this::accept);
  }

  int port() {
    return entrance.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = entrance.accept();
        daemon(() -> echo(socket));
      }
    } catch (IOException closed) {
      return;
    }
  }

  private void echo(Socket socket) {
    byte[] piece = new byte[1_000];
    try (socket) {
      for (int n = socket.getInputStream().read(piece); n >= 0; ) {
        heard.addAndGet(n);
        socket.getOutputStream().write(piece, 0, n);
        n = socket.getInputStream().read(piece);
      }
      ended.incrementAndGet();
    } catch (IOException reset) {
      broken.incrementAndGet();
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "echo");
    thread.setDaemon(true);
    thread.start();
  }
}
