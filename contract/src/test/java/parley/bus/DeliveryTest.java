package parley.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.eventbus.DeliveryOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.Json;
import parley.contract.Topic;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.ReadMarked;
import parley.contract.conversation.Role;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ClientId;
import parley.contract.id.UserId;
import parley.contract.message.TextContent;

class DeliveryTest {
  private static final String ID = "0191b5a0-0000-7000-8000-0000000000c1";
  private static final FeedId FEED = FeedId.of("conversation." + ID);
  private static final UserId ADA = new UserId(UUID.fromString(ID));
  private static final UserId GRACE = UserId.of("0191b5a0-0000-7000-8000-0000000000a2");
  private static final Topic<ReadMarked> NEWS =
      Topic.named("news.{id}.events").carries(ReadMarked.class);
  private static final MessageItem MESSAGE =
      new MessageItem(
          6,
          6,
          1,
          ADA,
          new ClientId(UUID.fromString(ID)),
          1,
          new TextContent("é 😀 { , } [ ]"),
          null,
          null);

  @Test
  void itemsOfARangeAreJoinedSoThatRangesCanBeToo() {
    MemberItem member = new MemberItem(5, ADA, MemberState.JOINED, Role.MEMBER);
    Range range = new Range(FEED, 4, 6, List.of(member, MESSAGE));
    Delivery delivery = only(Delivery.of(FeedOperations.CONVERSATION_EVENTS, ID, range));
    assertEquals("conversation." + ID + ".events", delivery.address());
    assertEquals(Json.encode(member) + "," + Json.encode(MESSAGE), delivery.json());
    assertTrue(delivery.numbered());
    assertNull(delivery.removed());
    assertEquals(6, delivery.oldest());
    String whole =
        "{\"feed\":\"%s\",\"after\":4,\"through\":6,\"items\":[%s]}"
            .formatted(FEED, delivery.json());
    assertEquals(range, Json.decodeStrictly(whole, Range.class));
  }

  @Test
  void aRangeIsCutBehindEveryEndOfAMembership() {
    MemberItem left = new MemberItem(5, ADA, MemberState.LEFT, Role.MEMBER);
    MemberItem removed = new MemberItem(7, GRACE, MemberState.REMOVED, Role.MEMBER);
    List<Delivery> pieces =
        Delivery.of("a.1.events", new Range(FEED, 3, 9, List.of(left, MESSAGE, removed)));
    assertEquals(
        List.of(
            new Delivery("a.1.events", 3, 5, ADA, Json.encode(left)),
            new Delivery(
                "a.1.events", 5, 7, GRACE, 6, Json.encode(MESSAGE) + "," + Json.encode(removed)),
            new Delivery("a.1.events", 7, 9, null, "")),
        pieces);
  }

  @Test
  void aRangeThatEndsWithTheEndOfAMembershipHasNothingBehindIt() {
    MemberItem left = new MemberItem(5, ADA, MemberState.LEFT, Role.MEMBER);
    Delivery delivery = only(Delivery.of("a.1.events", new Range(FEED, 4, 5, List.of(left))));
    assertEquals(ADA, delivery.removed());
    assertEquals(5, delivery.through());
  }

  @Test
  void eventsWithoutNumbersTravelWhole() {
    Delivery delivery = only(Delivery.of(NEWS, "x", new ReadMarked(4)));
    assertEquals(new Delivery("news.x.events", -1, -1, null, "{\"readOrdinal\":4}"), delivery);
    assertFalse(delivery.numbered());
  }

  @Test
  void severalTravelInOneMessageAndKeepTheirOrder() {
    List<Delivery> sent =
        List.of(
            delivery("a.1.events", 1, ADA, "{\"text\":\"é 😀\"}"),
            delivery("b.1.events", 2, null, ""),
            new Delivery("a.1.events", 1, 2, null, 7, "{}"),
            delivery("a.1.events", 3, null, "{\"text\":\"{,}\"},{\"b\":1}"),
            new Delivery("c.1.news", Delivery.UNNUMBERED, Delivery.UNNUMBERED, null, "{}"));
    DeliveryOptions options = new DeliveryOptions();
    String body = DeliveryWire.write(sent, options);
    assertEquals(sent, DeliveryWire.read(options.getHeaders(), body, address -> true));
    assertFalse(sent.get(4).numbered());
  }

  @Test
  void onlyWhatIsOfInterestIsRead() {
    List<Delivery> sent = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      sent.add(
          delivery((i % 2 == 0 ? "even." : "odd.") + i + ".events", i, null, "{\"n\":" + i + "}"));
    }
    DeliveryOptions options = new DeliveryOptions();
    String body = DeliveryWire.write(sent, options);
    List<Delivery> odd =
        DeliveryWire.read(options.getHeaders(), body, address -> address.startsWith("odd."));
    assertEquals(sent.stream().filter(d -> d.address().startsWith("odd.")).toList(), odd);
  }

  @Test
  void contentIsLeftOutOfItsPrintedForm() {
    assertFalse(
        delivery("a.1.events", 1, null, "{\"text\":\"secret\"}").toString().contains("secret"));
  }

  private static Delivery only(List<Delivery> deliveries) {
    assertEquals(1, deliveries.size());
    return deliveries.get(0);
  }

  private static Delivery delivery(String address, long through, UserId removed, String json) {
    return new Delivery(address, Math.max(0, through - 1), through, removed, json);
  }
}
