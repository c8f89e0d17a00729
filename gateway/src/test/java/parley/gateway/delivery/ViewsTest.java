package parley.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.bus.Delivery;
import parley.contract.Json;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.feed.FeedId;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ClientId;
import parley.contract.id.UserId;
import parley.contract.message.TextContent;

class ViewsTest {
  private final UserId ada = new UserId(UUID.randomUUID());
  private final FeedId feed = new FeedId(FeedId.Kind.CONVERSATION, UUID.randomUUID());

  /** Messages 3 and 7 changed again, and somebody joined. */
  private final Range range =
      new Range(
          feed,
          20,
          23,
          List.of(
              message(21, 3),
              new MemberItem(22, ada, MemberState.JOINED, Role.MEMBER),
              message(23, 7)));

  private final Frame whole = Frame.of(Delivery.of(feed + ".events", range));
  private final Views views = new Views(whole);

  @Test
  void whoSeesAllOfItGetsTheFrameItself() {
    assertSame(whole, views.from(0));
    assertSame(whole, views.from(3));
  }

  @Test
  void newcomersGetEverythingButWhatWasPostedBefore() {
    assertEquals(List.of(range.items().get(1), range.items().get(2)), items(views.from(4)));
    assertEquals(List.of(range.items().get(1)), items(views.from(8)));
  }

  @Test
  void thePositionAdvancesAllTheSame() {
    JsonObject body = body(views.from(100));
    assertEquals(20, body.getLong("after"));
    assertEquals(23, body.getLong("through"));
    assertEquals(23, views.from(100).through());
  }

  @Test
  void isEncodedOnceForAllWhoMissTheSame() {
    assertSame(views.from(4), views.from(7));
    assertNotSame(views.from(7), views.from(8));
  }

  private static List<?> items(Frame frame) {
    return Json.decodeLeniently(body(frame).encode(), Range.class).items();
  }

  private static JsonObject body(Frame frame) {
    return new JsonObject(frame.bytes()).getJsonObject("body");
  }

  private MessageItem message(long changed, long posted) {
    ClientId client = new ClientId(UUID.randomUUID());
    return new MessageItem(
        changed, posted, posted, ada, client, 1, new TextContent("text"), null, null);
  }
}
