package parley.launcher.delivery;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/**
 * Somebody who uses Parley as docs/delivery.md tells and writes a {@link Journal} of it; a program
 * of its own. It takes commands, a line each, and ends with its standard input:
 *
 * <pre>
 * write CONVERSATION PAUSE_MS   message after message from now on
 * stop                          no further message
 * cut                           end the socket at once; it connects again
 * report                        print a line of JSON about how it stands
 * quit                          end
 * </pre>
 *
 * <p>It begins with the first gateway, keeps to one as long as its socket stands, then tries any,
 * and after each failure the next.
 */
final class ModelClient implements ModelSocket.Listener {
  private static final int UNAUTHORISED = 401;
  private static final long TIMEOUT_MS = 5_000;

  private final Vertx vertx;
  private final Context context;
  private final WebSocketClient client;
  private final Journal journal;
  private final ModelSession session;
  private final List<Integer> ports;
  private final RandomGenerator random;
  private final ModelFeeds feeds;
  private final ModelOutbox outbox;
  private ModelSocket socket;
  private int gateway;
  private int failures;
  private int closed;

  private ModelClient(
      Vertx vertx,
      Journal journal,
      Person who,
      List<Integer> ports,
      RandomGenerator random,
      boolean newest) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.client =
        vertx.createWebSocketClient(
            BridgeClient.clientOptions().setConnectTimeout((int) TIMEOUT_MS));
    this.journal = journal;
    this.session = new ModelSession(vertx, who.username(), Person.PASSWORD);
    this.ports = ports;
    this.random = random;
    this.feeds = new ModelFeeds(vertx, journal, who.account(), random, newest);
    this.outbox = new ModelOutbox(vertx, journal, random);
  }

  /**
   * Arguments: account, user name, file of the journal, seed, whether conversations begin at their
   * newest page, ports of the gateways.
   */
  public static void main(String... arguments) throws IOException {
    Person who = new Person(UserId.of(arguments[0]), arguments[1], null, null);
    Vertx vertx = Vertx.vertx();
    Journal journal = Journal.create(Path.of(arguments[2]));
    List<Integer> ports = Arrays.stream(arguments).skip(5).map(Integer::valueOf).toList();
    Random random = new Random(Long.parseLong(arguments[3]));
    boolean newest = Boolean.parseBoolean(arguments[4]);
    ModelClient client = new ModelClient(vertx, journal, who, ports, random, newest);
    client.context.exceptionHandler(
        fault -> {
          fault.printStackTrace();
          System.exit(1);
        });
    client.context.runOnContext(begin -> client.connect());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] command = line.split(" ");
      client.context.runOnContext(obey -> client.obey(command));
    }
    client.context.runOnContext(end -> client.quit());
  }

  @Override
  public void range(Range range) {
    feeds.live(range);
  }

  @Override
  public void closed(int code) {
    journal.write(new Entry.Closed(System.currentTimeMillis(), code));
    socket = null;
    closed++;
    gateway = random.nextInt(ports.size());
    feeds.disconnected();
    outbox.disconnected();
    connectLater();
  }

  private void obey(String[] command) {
    switch (command[0]) {
      case "write" -> outbox.write(ConversationId.of(command[1]), Long.parseLong(command[2]));
      case "stop" -> outbox.stop();
      case "cut" -> cut();
      case "report" -> report();
      case "quit" -> quit();
      default -> throw new IllegalArgumentException(command[0]);
    }
  }

  private void connect() {
    int port = ports.get(gateway);
    session
        .token(port)
        .compose(token -> open(port, token))
        .onComplete(opened -> connected(opened, port), this::notConnected);
  }

  private Future<ModelSocket> open(int port, String token) {
    return client
        .connect(
            BridgeClient.options(port)
                .setTimeout(TIMEOUT_MS)
                .putHeader("Authorization", "Bearer " + token))
        .map(open -> new ModelSocket(vertx, open, this));
  }

  private void connected(ModelSocket opened, int port) {
    socket = opened;
    failures = 0;
    journal.write(new Entry.Connected(System.currentTimeMillis(), port));
    feeds.connected(opened);
    outbox.connected(opened);
  }

  private void notConnected(Throwable cause) {
    if (cause instanceof UpgradeRejectedException refused && refused.getStatus() == UNAUTHORISED) {
      session.refused();
    } else {
      gateway = (gateway + 1) % ports.size();
    }
    connectLater();
  }

  private void connectLater() {
    failures++;
    vertx.setTimer(Backoff.pause(failures, random), fired -> connect());
  }

  private void cut() {
    if (socket != null) {
      socket.cut();
    }
  }

  private void report() {
    System.out.println(
        new JsonObject()
            .put("connected", socket != null)
            .put("port", ports.get(gateway))
            .put("closed", closed)
            .put("postponed", outbox.postponed())
            .put("pauses", outbox.pauses())
            .put("slow", outbox.slow())
            .put("holes", feeds.holes())
            .put("unsent", outbox.unsent())
            .put("acknowledged", outbox.acknowledged())
            .put("positions", new JsonObject(new TreeMap<>(feeds.listening())))
            .encode());
  }

  private void quit() {
    journal.write(new Entry.Ended(System.currentTimeMillis(), outbox.unsent()));
    journal.close();
    System.exit(0);
  }
}
