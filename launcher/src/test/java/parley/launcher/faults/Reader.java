package parley.launcher.faults;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import parley.contract.Json;
import parley.contract.feed.Item;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.message.TextContent;
import parley.launcher.Talk;

/**
 * One socket that listens to one room and keeps no frame: all of them check that ranges join on and
 * remember how far they have come; close readers also read every message. Confined to the event
 * loop of its socket, but for what is volatile.
 */
final class Reader {
  private static final int ENVELOPE = 300;

  private final WebSocket socket;
  private final ConversationId room;
  private final LongConsumer latencies;
  private final List<Long> numbers = new ArrayList<>();
  private volatile long position = -1;
  private volatile String fault;
  private volatile Integer closed;

  /**
   * @param latencies told how many nanoseconds each message took; null for one that only follows
   *     the ranges
   */
  Reader(WebSocket socket, ConversationId room, LongConsumer latencies) {
    this.socket = socket;
    this.room = room;
    this.latencies = latencies;
    socket.binaryMessageHandler(this::take);
    socket.exceptionHandler(broken -> {});
    socket.closeHandler(gone -> closed = socket.closeStatusCode() == null ? -1 : code(socket));
    socket.writeTextMessage(
        new JsonObject().put("type", "register").put("address", Talk.address(room)).encode());
  }

  ConversationId room() {
    return room;
  }

  /** The number of the last change heard; -1 before the first frame. */
  long position() {
    return position;
  }

  /** What went wrong, or null. */
  String fault() {
    return closed == null ? fault : "closed with " + closed;
  }

  /** The code that it was closed with, or null while it is open. */
  Integer closed() {
    return closed;
  }

  boolean readsClosely() {
    return latencies != null;
  }

  /** The numbers of the messages, in the order heard; read once nothing more arrives. */
  List<Long> numbers() {
    return List.copyOf(numbers);
  }

  void pause() {
    socket.pause();
  }

  void resume() {
    socket.resume();
  }

  void close() {
    socket.close();
  }

  private void take(Buffer bytes) {
    if (!bytes.getString(0, Math.min(bytes.length(), ENVELOPE)).contains("\"through\":")) {
      fault = "not a range";
    } else if (latencies == null) {
      String head = bytes.getString(0, Math.min(bytes.length(), ENVELOPE));
      advance(number(head, "\"after\":"), number(head, "\"through\":"));
    } else {
      JsonObject body = new JsonObject(bytes).getJsonObject("body");
      Range range = Json.decodeLeniently(body.encode(), Range.class);
      range.items().forEach(this::read);
      advance(range.after(), range.through());
    }
  }

  private void read(Item item) {
    if (item instanceof MessageItem message && message.changed() > position) {
      Numbered text = Numbered.parse(((TextContent) message.content()).text());
      numbers.add(text.number());
      latencies.accept(System.nanoTime() - text.sentAt());
    }
  }

  private void advance(long after, long through) {
    if (position >= 0 && after > position) {
      fault = "a gap between " + position + " and " + after;
    }
    position = Math.max(position, through);
  }

  private static long number(String json, String key) {
    int from = json.indexOf(key) + key.length();
    int to = from;
    while (Character.isDigit(json.charAt(to))) {
      to++;
    }
    return Long.parseLong(json, from, to, 10);
  }

  private static int code(WebSocket socket) {
    return socket.closeStatusCode();
  }
}
