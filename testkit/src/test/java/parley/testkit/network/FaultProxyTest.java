package parley.testkit.network;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.testkit.network.Direction.TO_CLIENT;
import static parley.testkit.network.Direction.TO_SERVER;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.testkit.bridge.Await;

class FaultProxyTest {
  private static final int SHORT_MS = 100;
  private static final int LONG_MS = 10_000;

  private EchoServer server;
  private FaultProxy proxy;
  private Socket client;

  @BeforeEach
  void connect() throws IOException {
    server = new EchoServer();
    proxy = FaultProxy.before(server.port());
    client = open();
  }

  @AfterEach
  void close() throws IOException {
    client.close();
    proxy.close();
    server.close();
  }

  @Test
  void passesWhatIsSaid() throws IOException {
    say("hello");
    hears("hello");
    assertEquals(5, proxy.passed(TO_SERVER));
    assertEquals(5, proxy.passed(TO_CLIENT));
    assertEquals(1, proxy.accepted());
  }

  @Test
  void passesTheEndOn() throws IOException {
    say("hello");
    client.shutdownOutput();
    hears("hello");
    assertEquals(-1, client.getInputStream().read());
    Await.until("it is over", () -> proxy.open() == 0);
    assertEquals(1, server.ended.get());
    assertEquals(0, server.broken.get());
  }

  @Test
  void resetsBothSidesAtAByteOnTheWayToTheServer() throws IOException {
    Cut cut = proxy.cutAt(TO_SERVER, 7);
    say("hello");
    hears("hello");
    assertFalse(cut.happened());
    say(" you");
    assertThrows(SocketException.class, this::untilTheEnd);
    Await.until("the server is told", () -> server.broken.get() == 1);
    assertEquals(7, server.heard.get());
    assertTrue(cut.happened());
  }

  @Test
  void resetsAtAByteOnTheWayToTheClient() throws IOException {
    proxy.cutAt(TO_CLIENT, 3);
    say("hello");
    hears("hel");
    assertThrows(SocketException.class, this::untilTheEnd);
    assertEquals(5, server.heard.get());
  }

  @Test
  void resetsAfterSoManyMoreBytes() throws IOException {
    say("hello");
    hears("hello");
    proxy.cutAfter(TO_CLIENT, 2);
    say("again");
    hears("ag");
    assertThrows(SocketException.class, this::untilTheEnd);
  }

  @Test
  void resetsBeforeCertainWords() throws IOException {
    Cut cut = proxy.cutBefore(TO_CLIENT, "stop");
    say("go on ");
    hears("go on ");
    say("and stop here");
    assertThrows(SocketException.class, this::untilTheEnd);
    assertTrue(cut.happened());
    assertEquals(19, server.heard.get(), "the server has said it");
  }

  @Test
  void resetsBeforeTheSecondTimeAlsoIfTheWordsAreSplit() throws IOException {
    proxy.cutBefore(TO_CLIENT, "stop", 2);
    say("stop st");
    hears("stop st");
    say("op");
    assertThrows(SocketException.class, this::untilTheEnd);
  }

  @Test
  void aCutHappensOnce() throws IOException {
    proxy.cutAt(TO_CLIENT, 0);
    say("hello");
    assertThrows(SocketException.class, this::untilTheEnd);
    try (Socket second = open()) {
      second.getOutputStream().write("hello".getBytes(US_ASCII));
      assertEquals("hello", read(second, 5));
    }
  }

  @Test
  void refusesWhileItIsDownAndLeavesOthersAlone() throws IOException {
    say("hello");
    hears("hello");
    proxy.down();
    try (Socket late = open()) {
      assertThrows(SocketException.class, () -> late.getInputStream().read());
    }
    assertEquals(1, proxy.refused());
    say("still here");
    hears("still here");
    proxy.heal();
    try (Socket later = open()) {
      later.getOutputStream().write("hi".getBytes(US_ASCII));
      assertEquals("hi", read(later, 2));
    }
  }

  @Test
  void isSilentWithoutAnEndWhileHalfOpen() throws IOException {
    proxy.halfOpen();
    say("hello");
    assertTrue(isSilent(client));
    try (Socket late = open()) {
      late.getOutputStream().write("hi".getBytes(US_ASCII));
      assertTrue(isSilent(late));
      proxy.heal();
      hears("hello");
      assertEquals("hi", read(late, 2));
    }
  }

  @Test
  void doesNotPassTheEndOnWhileItClosesSlowly() throws IOException {
    say("hello");
    hears("hello");
    proxy.slowClose();
    client.shutdownOutput();
    assertTrue(isSilent(client));
    assertEquals(0, server.ended.get());
    assertEquals(1, proxy.resetAll());
    assertThrows(SocketException.class, this::untilTheEnd);
    assertEquals(0, proxy.resetAll());
  }

  @Test
  void keepsToItsBandwidth() throws IOException {
    proxy.bandwidth(TO_CLIENT, 20_000);
    long began = System.nanoTime();
    say("x".repeat(10_000));
    hears("x".repeat(10_000));
    assertTrue(System.nanoTime() - began >= Duration.ofMillis(450).toNanos());
  }

  @Test
  void waitsBeforeItPassesAnything() throws IOException {
    proxy.latency(Duration.ofMillis(150));
    long began = System.nanoTime();
    say("hello");
    hears("hello");
    assertTrue(System.nanoTime() - began >= Duration.ofMillis(300).toNanos());
  }

  private Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    socket.setSoTimeout(LONG_MS);
    socket.setTcpNoDelay(true);
    return socket;
  }

  private void say(String words) throws IOException {
    client.getOutputStream().write(words.getBytes(US_ASCII));
  }

  private void hears(String words) throws IOException {
    assertEquals(words, read(client, words.length()));
  }

  private int untilTheEnd() throws IOException {
    return client.getInputStream().readAllBytes().length;
  }

  private static String read(Socket socket, int length) throws IOException {
    return new String(socket.getInputStream().readNBytes(length), US_ASCII);
  }

  /** Nothing is to be heard for a moment, neither words nor an end. */
  private static boolean isSilent(Socket socket) throws IOException {
    socket.setSoTimeout(SHORT_MS);
    try {
      socket.getInputStream().read();
      return false;
    } catch (SocketTimeoutException silence) {
      return true;
    } finally {
      socket.setSoTimeout(LONG_MS);
    }
  }
}
