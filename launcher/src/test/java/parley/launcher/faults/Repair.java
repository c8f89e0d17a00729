package parley.launcher.faults;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.launcher.Talk;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/** How long it takes until somebody who listens has what was lost on the way. */
final class Repair {
  /** Promised within three seconds; the rest is for a machine that does much else. */
  private static final Duration PATIENCE = Duration.ofSeconds(3 + 2);

  private final String what;
  private final long began = System.nanoTime();

  private Repair(String what) {
    this.what = what;
  }

  /** Begins now. */
  static Repair of(String what) {
    return new Repair(what);
  }

  /** Waits until exactly these messages were heard live, in this order, and prints how long. */
  void brings(BridgeClient listener, ConversationId room, List<MessageItem> messages) {
    await(() -> Talk.messages(listener, room).equals(messages));
  }

  /** As above, for one message that only the listener knows. */
  MessageItem bringsOne(BridgeClient listener, ConversationId room) {
    await(() -> Talk.messages(listener, room).size() == 1);
    return Talk.messages(listener, room).get(0);
  }

  private void await(BooleanSupplier heard) {
    Await.until(what + " is repaired", PATIENCE, heard);
    System.out.printf("%s: repaired after %d ms%n", what, (System.nanoTime() - began) / 1_000_000);
  }
}
