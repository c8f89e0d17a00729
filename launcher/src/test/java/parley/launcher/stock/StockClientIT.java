package parley.launcher.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.CloseCode;
import parley.contract.FailureCode;
import parley.contract.id.ConversationId;
import parley.launcher.Talk;
import parley.launcher.TestParley;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** {@code @vertx/eventbus-bridge-client.js} as it is published, over SockJS, in Node. */
class StockClientIT {
  @TempDir static Path data;

  private static TestParley parley;
  private static Person ada;
  private static Person grace;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    StockClient.install();
    parley = TestParley.start(data);
    ada = parley.signUp("ada");
    grace = parley.signUp("grace");
  }

  @AfterAll
  static void stop() {
    parley.close();
  }

  @Test
  void talksWithABearerToken() throws IOException {
    talks(new JsonObject().put("Authorization", "Bearer " + grace.accessToken()));
  }

  @Test
  void talksWithACookie() throws IOException {
    String origin = "http://127.0.0.1:" + parley.port();
    talks(new JsonObject().put("Cookie", cookies(origin)).put("Origin", origin));
  }

  @Test
  void getsNoSocketWithoutASession() throws IOException {
    try (BridgeClient adas = ada.connect(parley.people, parley.port())) {
      ConversationId room = Talk.createRoom(adas, "For nobody");
      try (StockClient nobody = StockClient.start(url(), new JsonObject(), room, room)) {
        nobody.awaitTold("closed", closed -> true);
        assertEquals(List.of(), nobody.of("open"));
      }
    }
  }

  private static void talks(JsonObject headers) throws IOException {
    try (BridgeClient adas = ada.connect(parley.people, parley.port());
        BridgeClient graces = grace.connect(parley.people, parley.port())) {
      ConversationId room = Talk.createRoom(adas, "Stock " + headers.fieldNames());
      ConversationId foreign = Talk.createRoom(adas, "Foreign " + headers.fieldNames());
      Talk.join(graces, room);
      Talk.listen(adas, room);
      try (StockClient stock = StockClient.start(url(), headers, room, foreign)) {
        registersAndHears(stock, adas, room);
        asksAndIsRefused(stock, adas, room);
        comesBackAndHearsAgain(stock, adas, room);
        unregisters(stock, adas, room);
      }
    }
  }

  private static void registersAndHears(StockClient stock, BridgeClient adas, ConversationId room) {
    stock.awaitTold("range", head -> true);
    stock.awaitTold("not registered", failure -> is(failure, FailureCode.NOT_A_MEMBER));
    Talk.say(adas, room, "to the stock client");
    stock.awaitTold("heard", heard -> said(heard, "to the stock client"));
  }

  private static void asksAndIsRefused(StockClient stock, BridgeClient adas, ConversationId room) {
    stock.command("ask");
    stock.awaitTold("accepted", accepted -> said(accepted, "asked 1"));
    Talk.awaitTexts(adas, room, "to the stock client", "asked 1");
    stock.command("trespass");
    stock.awaitTold("refused", failure -> is(failure, FailureCode.NOT_A_MEMBER));
  }

  private static void comesBackAndHearsAgain(
      StockClient stock, BridgeClient adas, ConversationId room) {
    int heads = stock.of("range").size();
    stock.command("misbehave");
    stock.awaitTold("closed", closed -> closed.getInteger("code") == CloseCode.BAD_FRAME.number());
    stock.awaitTold("open", open -> open.getInteger("times") == 2);
    Await.until("registered again", () -> stock.of("range").size() > heads);
    Talk.say(adas, room, "welcome back");
    stock.awaitTold("heard", heard -> said(heard, "welcome back"));
    stock.command("ask");
    stock.awaitTold("accepted", accepted -> said(accepted, "asked 2"));
    stock.awaitTold("heard", heard -> said(heard, "asked 2"));
  }

  /** What it asks after it has unregistered is answered when nothing can come any more. */
  private static void unregisters(StockClient stock, BridgeClient adas, ConversationId room) {
    stock.command("unregister");
    stock.command("trespass");
    Await.until("answered", () -> stock.of("refused").size() == 2);
    Talk.say(adas, room, "to others");
    Talk.awaitTexts(
        adas, room, "to the stock client", "asked 1", "welcome back", "asked 2", "to others");
    stock.command("trespass");
    Await.until("answered", () -> stock.of("refused").size() == 3);
    assertEquals(
        List.of("to the stock client", "asked 1", "welcome back", "asked 2"),
        stock.of("heard").stream().map(heard -> heard.getString("text")).toList());
    assertEquals(2, stock.of("open").size());
    assertTrue(stock.of("error").isEmpty(), "nothing unexpected: " + stock.of("error"));
  }

  private static boolean is(JsonObject failure, FailureCode code) {
    return code.number() == failure.getInteger("failureCode")
        && code.name().equals(failure.getString("message"));
  }

  private static boolean said(JsonObject told, String text) {
    return text.equals(told.getString("text"));
  }

  private static String url() {
    return "http://127.0.0.1:" + parley.port() + "/eventbus";
  }

  /** Logs in as a page does. */
  private static String cookies(String origin) {
    RequestOptions logIn =
        new RequestOptions()
            .setHost("127.0.0.1")
            .setPort(parley.port())
            .setMethod(HttpMethod.POST)
            .setURI("/api/sessions")
            .putHeader("Origin", origin)
            .putHeader("Content-Type", "application/json");
    JsonObject body =
        new JsonObject().put("username", grace.username()).put("password", Person.PASSWORD);
    HttpClient client = parley.people.createHttpClient();
    List<String> set =
        Await.get(
            client
                .request(logIn)
                .compose(request -> request.send(body.toBuffer()))
                .compose(answer -> Future.succeededFuture(answer.headers().getAll("Set-Cookie")))
                .eventually(client::close));
    return set.stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
  }
}
