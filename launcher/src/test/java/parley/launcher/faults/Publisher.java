package parley.launcher.faults;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import parley.bus.BusClient;
import parley.contract.Caller;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;
import parley.testkit.bridge.Person;

/**
 * Sends messages at a steady rate, one room after the other, with so many unanswered at most; on a
 * machine that cannot keep up the rate falls. Used by one thread.
 */
final class Publisher {
  private static final int MOST_UNANSWERED = 200;
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private final BusClient bus;
  private final Person author;
  private final List<ConversationId> rooms;
  private final Semaphore unanswered = new Semaphore(MOST_UNANSWERED);
  private final ConcurrentLinkedQueue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private long sent;

  Publisher(BusClient bus, Person author, List<ConversationId> rooms) {
    this.bus = bus;
    this.author = author;
    this.rooms = List.copyOf(rooms);
  }

  /**
   * Sends until {@code enough}, and returns when everything is acknowledged.
   *
   * @return messages a second, as it was
   */
  long publish(int perSecond, BooleanSupplier enough) {
    long began = System.nanoTime();
    long period = TimeUnit.SECONDS.toNanos(1) / perSecond;
    long count = 0;
    while (!enough.getAsBoolean() && failure.get() == null) {
      LockSupport.parkNanos(began + count++ * period - System.nanoTime());
      send();
    }
    long nanos = System.nanoTime() - began;
    await(MOST_UNANSWERED);
    unanswered.release(MOST_UNANSWERED);
    if (failure.get() != null) {
      throw new AssertionError(failure.get());
    }
    return count * TimeUnit.SECONDS.toNanos(1) / nanos;
  }

  /** The numbers of what was acknowledged in a room, in the order of posting. */
  List<Long> numbers(ConversationId room) {
    return acknowledged.stream()
        .filter(one -> one.room().equals(room))
        .sorted(Comparator.comparing(Acknowledged::posted))
        .map(Acknowledged::number)
        .toList();
  }

  /** The heads of the rooms' feeds after their last messages. */
  Map<ConversationId, Long> heads() {
    Map<ConversationId, Long> heads = new HashMap<>();
    acknowledged.forEach(one -> heads.merge(one.room(), one.posted(), Math::max));
    return heads;
  }

  private void send() {
    await(1);
    ConversationId room = rooms.get((int) (sent % rooms.size()));
    Numbered numbered = new Numbered(sent++, System.nanoTime());
    SendMessage message =
        new SendMessage(room, new ClientId(UUID.randomUUID()), new TextContent(numbered.text()));
    bus.request(MessageOperations.SEND_MESSAGE, message, caller())
        .onSuccess(
            answer ->
                acknowledged.add(
                    new Acknowledged(numbered.number(), room, answer.message().posted())))
        .onFailure(failed -> failure.compareAndSet(null, failed))
        .onComplete(done -> unanswered.release());
  }

  private void await(int permits) {
    try {
      if (!unanswered.tryAcquire(permits, ANSWER.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("messages are not answered");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }

  private Caller caller() {
    String id = UUID.randomUUID().toString();
    return new Caller(author.account(), null, id, Caller.process(id, ANSWER).deadline());
  }

  /** Without the text: what a test keeps must not show in the heap that it measures. */
  private record Acknowledged(long number, ConversationId room, long posted) {}
}
