package parley.launcher;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import parley.contract.conversation.CreateRoom;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Item;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.message.MessageOperations;
import parley.contract.message.SendMessage;
import parley.contract.message.TextContent;
import parley.testkit.bridge.Await;
import parley.testkit.bridge.BridgeClient;

/** What people do in rooms, for journeys. */
public final class Talk {
  private Talk() {}

  public static ConversationId createRoom(BridgeClient by, String name) {
    ConversationId room = new ConversationId(UUID.randomUUID());
    by.ask(RoomOperations.CREATE_ROOM, new CreateRoom(room, name, null));
    return room;
  }

  public static void join(BridgeClient who, ConversationId room) {
    who.ask(RoomOperations.JOIN_ROOM, new JoinRoom(room));
  }

  public static String address(ConversationId room) {
    return FeedOperations.CONVERSATION_EVENTS.address(room.toString());
  }

  /** Registers and waits for the first frame, which tells the head. */
  public static void listen(BridgeClient client, ConversationId room) {
    client.register(address(room));
    client.next(frame -> isRange(frame, room));
  }

  public static MessageItem say(BridgeClient by, ConversationId room, String text) {
    return by.ask(MessageOperations.SEND_MESSAGE, message(room, text)).message();
  }

  public static SendMessage message(ConversationId room, String text) {
    return new SendMessage(room, new ClientId(UUID.randomUUID()), new TextContent(text));
  }

  /** Waits until exactly these texts have arrived live, in this order. */
  public static void awaitTexts(BridgeClient client, ConversationId room, String... texts) {
    Await.until(
        () -> "texts " + List.of(texts) + ", heard: " + heard(client, room),
        () -> heard(client, room).equals(List.of(texts)));
  }

  /** The texts that have arrived live, in order; ranges must be contiguous. */
  public static List<String> heard(BridgeClient client, ConversationId room) {
    return messages(client, room).stream()
        .map(message -> ((TextContent) message.content()).text())
        .toList();
  }

  /** The messages that have arrived live, in order, as a client applies ranges. */
  public static List<MessageItem> messages(BridgeClient client, ConversationId room) {
    List<MessageItem> messages = new ArrayList<>();
    long position = -1;
    for (Range range : client.ranges(address(room))) {
      if (position >= 0 && range.after() > position) {
        throw new AssertionError("gap between " + position + " and " + range.after());
      }
      for (Item item : range.items()) {
        if (item instanceof MessageItem message && message.changed() > position) {
          messages.add(message);
        }
      }
      position = Math.max(position, range.through());
    }
    return messages;
  }

  private static boolean isRange(JsonObject frame, ConversationId room) {
    return address(room).equals(frame.getString("address"))
        && "rec".equals(frame.getString("type"));
  }
}
