package parley.launcher.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.FailureCode;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bus.BusFault;
import parley.testkit.bus.BusFaults;

/**
 * Many sockets ask to listen to a room in the moments in which people write there and one of them
 * is removed. Whoever was let in hears everything from the head that the first frame told; who is
 * removed hears nothing numbered after the removal, whether it was announced or not.
 */
class SubscribingFaultIT {
  private static final int ROUNDS = 60;
  private static final int SOCKETS = 4;
  private static final int MESSAGES = 6;

  /** In one round of so many the removal is announced to nobody. */
  private static final int UNANNOUNCED = 20;

  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() {
    parley =
        TestParley.start(
            data,
            Map.of(
                "PARLEY_BRIDGE_REQUEST_BURST", "100000",
                "PARLEY_BRIDGE_REQUESTS_PER_SECOND", "100000"));
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void whoListensMissesNothingAndWhoIsRemovedHearsNothingMore() {
    long seed = System.nanoTime();
    System.out.println("subscribing: seed " + seed);
    Random random = new Random(seed);
    List<BridgeClient> adas = connect(ada);
    List<BridgeClient> graces = connect(grace);
    int letIn = 0;
    for (int round = 0; round < ROUNDS; round++) {
      letIn += round(random, adas, graces, round % UNANNOUNCED == UNANNOUNCED - 1);
    }
    System.out.printf("subscribing: %d of %d let in%n", letIn, ROUNDS * SOCKETS);
    assertTrue(letIn > 0 && letIn < ROUNDS * SOCKETS, "the race went both ways");
    Stream.concat(adas.stream(), graces.stream()).forEach(BridgeClient::close);
  }

  /** Gives how many sockets of the one who is removed were let in before that. */
  private static int round(
      Random random, List<BridgeClient> adas, List<BridgeClient> graces, boolean unannounced) {
    BridgeClient writer = adas.get(0);
    ConversationId room = Talk.createRoom(writer, "Room " + UUID.randomUUID());
    Talk.join(graces.get(0), room);
    Removal removal = Removal.of(parley.bus(), grace, room);
    List<Future<Long>> removed = new ArrayList<>();
    List<String> answers = new ArrayList<>();
    List<Runnable> steps = new ArrayList<>();
    steps.add(() -> removed.add(removal.begin()));
    adas.forEach(socket -> steps.add(() -> socket.register(Talk.address(room))));
    graces.forEach(socket -> steps.add(() -> socket.register(Talk.address(room))));
    for (int i = 0; i < MESSAGES; i++) {
      SendMessage message = Talk.message(room, "said");
      steps.add(() -> answers.add(writer.post(MessageOperations.SEND_MESSAGE, message)));
    }
    Collections.shuffle(steps, random);
    try (BusFaults faults = BusFaults.on(parley.vertx())) {
      BusFault lost =
          faults.loseDelivery(
              Talk.address(room), delivery -> delivery.removed() != null, unannounced ? 1 : 0);
      steps.forEach(Runnable::run);
      long number = Await.get(removed.get(0));
      answers.forEach(writer::answer);
      long head = Talk.say(writer, room, "the last").changed();
      adas.forEach(socket -> awaitThrough(socket, room, head));
      adas.forEach(socket -> hearsAll(socket, room, head));
      graces.forEach(socket -> awaitEnd(socket, room, number));
      assertEquals(unannounced ? 1 : 0, lost.effects());
      return (int) graces.stream().filter(socket -> endsAt(socket, room, number)).count();
    }
  }

  private static List<BridgeClient> connect(Person person) {
    return BridgeClient.connectMany(parley.people, parley.port(), person.accessToken(), SOCKETS);
  }

  private static void awaitThrough(BridgeClient socket, ConversationId room, long head) {
    Await.until("heard through " + head, () -> through(socket, room) == head);
  }

  private static void awaitEnd(BridgeClient socket, ConversationId room, long removal) {
    Await.until(
        "refused, or has heard of the removal",
        () -> isRefused(socket, room) || through(socket, room) >= removal);
  }

  /** True if it listened until the removal, false if it was refused. */
  private static boolean endsAt(BridgeClient socket, ConversationId room, long removal) {
    if (isRefused(socket, room)) {
      assertEquals(List.of(), socket.ranges(Talk.address(room)), "refused after it was let in");
      return false;
    }
    hearsAll(socket, room, removal);
    return true;
  }

  /** From its first frame on without a hole to exactly this end, each number an item. */
  private static void hearsAll(BridgeClient socket, ConversationId room, long end) {
    List<Range> ranges = socket.ranges(Talk.address(room));
    long position = ranges.get(0).through();
    for (Range range : ranges) {
      assertTrue(range.after() <= position, () -> "a hole in " + ranges);
      assertTrue(range.through() <= end, () -> "more than until " + end + " in " + ranges);
      long from = position;
      position = Math.max(position, range.through());
      assertEquals(
          position - from,
          range.items().stream().filter(item -> item.changed() > from).count(),
          () -> "something is missing in " + ranges);
    }
    assertEquals(end, position);
  }

  private static long through(BridgeClient socket, ConversationId room) {
    List<Range> ranges = socket.ranges(Talk.address(room));
    return ranges.isEmpty() ? -1 : ranges.get(ranges.size() - 1).through();
  }

  private static boolean isRefused(BridgeClient socket, ConversationId room) {
    return socket.frames().stream()
        .filter(frame -> "err".equals(frame.getString("type")))
        .filter(frame -> Talk.address(room).equals(frame.getString("address")))
        .anyMatch(SubscribingFaultIT::isNoMember);
  }

  private static boolean isNoMember(JsonObject refusal) {
    assertEquals(FailureCode.NOT_A_MEMBER.number(), refusal.getInteger("failureCode"));
    return true;
  }
}
