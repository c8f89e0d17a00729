package parley.launcher.matrix;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import parley.contract.FailureCode;
import parley.contract.id.UserId;
import parley.contract.presence.PresenceOperations;
import parley.contract.presence.WatchPresence;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;
import parley.testkit.bridge.Refused;

/** Does what a row says as one person, and tells in the table's words what came of it. */
final class Cell {
  private final Row row;
  private final Scene scene;
  private final String address;

  private Cell(Row row, Scene scene) {
    this.row = row;
    this.scene = scene;
    this.address = scene.fill(row.address());
  }

  static String play(Row row, Cast cast, Who who) {
    try (Scene scene = new Scene(cast, who, row.isOfGroup())) {
      return new Cell(row, scene).play();
    }
  }

  private String play() {
    return switch (row.way()) {
      case "ask" -> ask();
      case "put", "delete" -> call();
      case "register" -> register();
      case "resume" -> resume();
      case "watch" -> watch();
      case "listening" -> listening();
      default -> throw new AssertionError("no such way: " + row.way());
    };
  }

  private String ask() {
    scene.arranged();
    if (row.request().contains("{guest}")) {
      scene.welcomeGuest();
    }
    if (row.request().contains("{link}")) {
      scene.makeLink();
    }
    try {
      JsonObject answer = scene.socket.askInJson(address, scene.fill(row.request()));
      return refusalWithin(answer, seesOrNot(answer));
    } catch (Refused refused) {
      return refused.code().name();
    }
  }

  /** Over HTTP, with a picture where something is put. */
  private String call() {
    scene.arranged();
    HttpMethod method = HttpMethod.valueOf(row.way().toUpperCase(Locale.ROOT));
    Person.Answer answer = scene.call(method, address, row.request());
    return answer.status() == 200 ? seesOrNot(answer.json()) : answer.json().getString("code");
  }

  private String seesOrNot(JsonObject answer) {
    return answer.encode().contains(scene.said) ? "sees" : "yes";
  }

  private String register() {
    scene.arranged();
    scene.socket.register(address);
    JsonObject first = first();
    return first.getString("type").equals("err")
        ? refusedAndSilent(FailureCode.of(first.getInteger("failureCode")).orElseThrow().name())
        : hears();
  }

  private String resume() {
    scene.arranged();
    String refusal = refusalWithin(resumed(), "");
    return refusal.isEmpty() ? hears() : refusedAndSilent(refusal);
  }

  private String watch() {
    scene.arranged();
    UserId account = UserId.of(address.split("\\.")[1]);
    scene.socket.ask(PresenceOperations.WATCH_PRESENCE, new WatchPresence(List.of(account)));
    return hears();
  }

  /** Listens while it may, then stands to the room as the column says. */
  private String listening() {
    if (scene.who != Who.STRANGER && scene.who != Who.OWNER) {
      scene.join();
    }
    scene.socket.register(address);
    first();
    scene.depart();
    return hears();
  }

  /** The first frame about the address; where there is none by itself something has to happen. */
  private JsonObject first() {
    if (scene.rouses(row.address())) {
      Await.until("the beginning of " + address, this::begun);
    }
    return scene.socket.next(frame -> address.equals(frame.getString("address")));
  }

  private boolean begun() {
    if (frames(scene.socket) == 0) {
      scene.rouse(row.address());
    }
    return frames(scene.socket) > 0;
  }

  private JsonObject resumed() {
    String feed = address.substring(0, address.lastIndexOf('.'));
    JsonObject position = new JsonObject().put("feed", feed);
    return scene.socket.ask(
        "gateway.session.resume", new JsonObject().put("feeds", new JsonArray().add(position)));
  }

  /** Resuming is answered feed by feed. */
  private static String refusalWithin(JsonObject answer, String otherwise) {
    return answer.getValue("feeds") instanceof JsonArray feeds
        ? feeds.getJsonObject(0).getString("failure", otherwise)
        : otherwise;
  }

  private String refusedAndSilent(String code) {
    String heard = hears();
    return heard.equals("silence") ? code : code + ", yet " + heard;
  }

  /** Whether the person is told what happens now; a control socket that may listen is. */
  private String hears() {
    try (Control control = new Control(scene, row.address())) {
      awaitFirst(row.expected().get(scene.who));
      control.expectNews();
      long before = frames(scene.socket);
      scene.happen(row.address());
      control.awaitHeard();
      if (row.expected().get(scene.who).equals("hears")) {
        Await.until("told on " + address, () -> frames(scene.socket) > before);
      }
      scene.settle();
      return frames(scene.socket) > before ? "hears" : "silence";
    }
  }

  /** What is told of the state of things may come a moment later than the answer. */
  private void awaitFirst(String expected) {
    if (row.way().equals("watch") && expected.equals("hears")) {
      Await.until("the state of " + address, this::begun);
    }
  }

  private long frames(BridgeClient client) {
    return client.heard(address).size();
  }
}
