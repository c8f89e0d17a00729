package parley.launcher.matrix;

import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/** Another socket that may listen to the topic: the room's owner, or whose account it is. */
final class Control implements AutoCloseable {
  private final BridgeClient socket;
  private final String address;
  private int before;

  Control(Scene scene, String form) {
    address = scene.fill(form);
    socket = entitled(scene, form);
    socket.register(address);
    Await.until("the beginning of " + address, () -> begun(scene, form));
  }

  /** What is heard from here on is news. */
  void expectNews() {
    before = heard();
  }

  void awaitHeard() {
    Await.until("told on " + address, () -> heard() > before);
  }

  private boolean begun(Scene scene, String form) {
    if (heard() == 0) {
      scene.rouse(form);
    }
    return heard() > 0;
  }

  private int heard() {
    return socket.heard(address).size();
  }

  private static BridgeClient entitled(Scene scene, String form) {
    return switch (form) {
      case "conversation.{room}.events", "presence.{absent}.changes", "profile.{absent}.changes" ->
          scene.cast.connect(Who.OWNER);
      case "presence.{passer}.changes" -> scene.cast.connectFriendOfPasser();
      case "user.{me}.events" -> scene.cast.connect(scene.who);
      case "user.{other}.events" -> scene.cast.connect(scene.cast.otherThan(scene.who));
      default -> throw new AssertionError("say here who may listen to " + form);
    };
  }

  @Override
  public void close() {
    socket.close();
  }
}
