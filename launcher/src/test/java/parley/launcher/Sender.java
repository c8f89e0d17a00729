package parley.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import parley.contract.FailureCode;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Refused;

/**
 * Somebody who writes message after message, the next once the one before is acknowledged, and who
 * repeats what was {@code UNAVAILABLE} under the same id, as a client does.
 */
public final class Sender {
  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final long PAUSE_NANOS = 50_000_000;

  private final List<MessageItem> acknowledged = new CopyOnWriteArrayList<>();
  private final List<String> repeated = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /** Starts to write {@code <name> 1} to {@code <name> count}. */
  public static Sender start(BridgeClient socket, ConversationId room, String name, int count) {
    Sender sender = new Sender();
    Thread thread = new Thread(() -> sender.write(socket, room, name, count), "sender " + name);
    thread.setDaemon(true);
    thread.start();
    return sender;
  }

  /** How many were acknowledged. */
  public int count() {
    return acknowledged.size();
  }

  /** What was acknowledged, in the order of sending. */
  public List<MessageItem> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** The texts that were sent more than once. */
  public List<String> repeated() {
    return List.copyOf(repeated);
  }

  /** True once it ended; throws what ended it early. */
  public boolean isDone() {
    if (done.isCompletedExceptionally()) {
      done.join();
    }
    return done.isDone();
  }

  static List<String> texts(String name, int count) {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      texts.add(name + " " + i);
    }
    return texts;
  }

  private void write(BridgeClient socket, ConversationId room, String name, int count) {
    try {
      texts(name, count).forEach(text -> acknowledged.add(send(socket, room, text)));
      done.complete(null);
    } catch (RuntimeException | AssertionError failed) {
      done.completeExceptionally(failed);
    }
  }

  private MessageItem send(BridgeClient socket, ConversationId room, String text) {
    SendMessage message = Talk.message(room, text);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return socket.ask(MessageOperations.SEND_MESSAGE, message).message();
      } catch (Refused refused) {
        if (refused.code() != FailureCode.UNAVAILABLE || System.nanoTime() > deadline) {
          throw refused;
        }
        repeated.add(text);
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }
}
