package parley.launcher.fuzz;

import java.util.ArrayList;
import java.util.List;
import parley.contract.id.ConversationId;
import parley.launcher.Talk;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/** Somebody who talks and listens as one should, while others do not. */
final class HonestTalk implements AutoCloseable {
  private final BridgeClient socket;
  private final ConversationId room;
  private final List<String> said = new ArrayList<>();

  HonestTalk(BridgeClient socket) {
    this.socket = socket;
    room = Talk.createRoom(socket, "Honest " + System.nanoTime());
    Talk.listen(socket, room);
  }

  /** Acknowledged, or the test fails. */
  void say() {
    String text = "honest " + said.size();
    Talk.say(socket, room, text);
    said.add(text);
  }

  /** Everything was heard, once and in order. */
  void awaitHeard() {
    Await.until("all heard", () -> Talk.heard(socket, room).size() >= said.size());
    Talk.awaitTexts(socket, room, said.toArray(String[]::new));
  }

  @Override
  public void close() {
    socket.close();
  }
}
