package parley.launcher.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.message.DeleteMessage;
import parley.contract.message.EditMessage;
import parley.contract.message.MessageChanged;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;
import parley.testkit.bridge.Refused;

/**
 * Writes message after message, in each conversation the next one only when something definite is
 * known of the one before; until then it is sent again under the same id. The text of a message
 * begins with its id, so that a message that was stored twice under two ids is recognised. Now and
 * then the last message is edited or deleted instead, in the same way.
 */
final class ModelOutbox {
  private static final long LONG_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int SLOW = 2;

  /** One of so many is a change of the last message, and one of so many of those deletes it. */
  private static final int CHANGES = 4;

  private static final int DELETIONS = 4;

  private final Vertx vertx;
  private final Journal journal;
  private final RandomGenerator random;
  private final Map<ConversationId, Lane> lanes = new LinkedHashMap<>();
  private ModelSocket socket;
  private long acknowledged;
  private int postponed;
  private long lastAnswer = System.nanoTime();
  private int pauses;
  private int slow;

  ModelOutbox(Vertx vertx, Journal journal, RandomGenerator random) {
    this.vertx = vertx;
    this.journal = journal;
    this.random = random;
  }

  /** Writes there from now on, with such pauses between an answer and the next message. */
  void write(ConversationId where, long pauseMs) {
    Lane lane = lanes.computeIfAbsent(where, Lane::new);
    lane.pauseMs = pauseMs;
    lane.writing = true;
    go(lane);
  }

  /** Begins no further message. */
  void stop() {
    lanes.values().forEach(lane -> lane.writing = false);
  }

  void connected(ModelSocket socket) {
    this.socket = socket;
    lanes.values().forEach(this::go);
  }

  void disconnected() {
    socket = null;
  }

  /** How many messages there are about which nothing definite is known. */
  int unsent() {
    return (int) lanes.values().stream().filter(lane -> lane.current != null).count();
  }

  /** How many are stored, as the server said. */
  long acknowledged() {
    return acknowledged;
  }

  /** How often nothing definite was said. */
  int postponed() {
    return postponed;
  }

  /** How often a second and more went by between two acknowledgements. */
  int pauses() {
    return pauses;
  }

  /** How often so many answers one after the other took a second and more each. */
  int slow() {
    return slow;
  }

  private void go(Lane lane) {
    if (lane.busy || socket == null) {
      return;
    }
    if (lane.current == null && lane.writing) {
      lane.current = next(lane);
      lane.attempts = 0;
    }
    if (lane.current != null) {
      lane.busy = true;
      lane.attempts++;
      lane.sent = System.nanoTime();
      lane.current.send();
    }
  }

  private Work next(Lane lane) {
    return lane.last != null && random.nextInt(CHANGES) == 0
        ? new Change(lane, lane.last, random.nextInt(DELETIONS) == 0)
        : new Message(lane, newId());
  }

  /** How long it took. */
  private void answered(Lane lane) {
    long now = System.nanoTime();
    pauses += now - lastAnswer >= LONG_NANOS ? 1 : 0;
    lastAnswer = now;
    lane.slow = now - lane.sent >= LONG_NANOS ? lane.slow + 1 : 0;
    slow += lane.slow == SLOW ? 1 : 0;
  }

  private void refused(Lane lane, Refused failure, Runnable definite) {
    if (failure.code().passing()) {
      postponed++;
    } else {
      definite.run();
      lane.current = null;
    }
    later(lane, Backoff.pause(lane.attempts, random));
  }

  private void later(Lane lane, long pauseMs) {
    vertx.setTimer(
        Math.max(1, pauseMs),
        fired -> {
          lane.busy = false;
          go(lane);
        });
  }

  /** A UUIDv7. */
  private ClientId newId() {
    long version = 0x7000L | random.nextLong(0x1000);
    long variant = 0x8000_0000_0000_0000L | random.nextLong() >>> 2;
    return new ClientId(new UUID(now() << 16 | version, variant));
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  /** What is under way in a conversation, until something definite is known of it. */
  private interface Work {
    void send();
  }

  /** A new message. */
  private final class Message implements Work {
    private final Lane lane;
    private final ClientId id;

    Message(Lane lane, ClientId id) {
      this.lane = lane;
      this.id = id;
    }

    @Override
    public void send() {
      journal.write(new Entry.Sent(now(), lane.name(), id.toString(), lane.attempts));
      SendMessage message = new SendMessage(lane.where, id, new TextContent(id.toString()));
      socket
          .ask(MessageOperations.SEND_MESSAGE, message)
          .onComplete(
              answer -> acknowledged(answer.message().posted()), cause -> failed((Refused) cause));
    }

    private void acknowledged(long posted) {
      acknowledged++;
      answered(lane);
      journal.write(new Entry.Acknowledged(now(), lane.name(), id.toString(), posted));
      lane.last = new Own(id, posted, 0);
      lane.current = null;
      later(lane, lane.pauseMs);
    }

    private void failed(Refused failure) {
      String code = failure.code().name();
      if (failure.code().passing()) {
        journal.write(new Entry.Postponed(now(), lane.name(), id.toString(), code));
      }
      refused(
          lane,
          failure,
          () ->
              journal.write(
                  new Entry.Refused(now(), lane.name(), id.toString(), code, lane.attempts)));
    }
  }

  /** Another text for an own message, or its deletion. */
  private final class Change implements Work {
    private final Lane lane;
    private final Own own;
    private final boolean deletes;
    private final String said;
    private final ClientId id = newId();

    Change(Lane lane, Own own, boolean deletes) {
      this.lane = lane;
      this.own = own;
      this.deletes = deletes;
      this.said = deletes ? Note.DELETED : own.id() + " " + (own.edits() + 1);
    }

    @Override
    public void send() {
      ask().onComplete(changed -> acknowledged(), cause -> failed((Refused) cause));
    }

    private Future<MessageChanged> ask() {
      return deletes
          ? socket.ask(
              MessageOperations.DELETE_MESSAGE, new DeleteMessage(lane.where, own.posted()))
          : socket.ask(
              MessageOperations.EDIT_MESSAGE,
              new EditMessage(lane.where, own.posted(), id, new TextContent(said)));
    }

    private void acknowledged() {
      answered(lane);
      journal.write(new Entry.Changed(now(), lane.name(), own.posted(), own.id().toString(), said));
      lane.last = deletes ? null : new Own(own.id(), own.posted(), own.edits() + 1);
      lane.current = null;
      later(lane, lane.pauseMs);
    }

    private void failed(Refused failure) {
      refused(
          lane,
          failure,
          () -> {
            journal.write(
                new Entry.Unchanged(
                    now(),
                    lane.name(),
                    own.posted(),
                    own.id().toString(),
                    said,
                    failure.code().name(),
                    lane.attempts));
            lane.last = null;
          });
    }
  }

  /** An own message that is stored, and how often it was edited. */
  private record Own(ClientId id, long posted, int edits) {}

  /** The messages to one conversation. */
  private static final class Lane {
    private final ConversationId where;
    private Work current;
    private Own last;
    private int attempts;
    private long sent;
    private int slow;
    private long pauseMs;
    private boolean writing;
    private boolean busy;

    Lane(ConversationId where) {
      this.where = where;
    }

    String name() {
      return where.toString();
    }
  }
}
