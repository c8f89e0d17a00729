package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MarkRead;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.message.HistoryPage;
import parley.contract.message.MessageOperations;
import parley.contract.message.ReadHistory;
import parley.contract.message.TextContent;
import parley.testkit.bridge.BridgeClient;
import parley.testkit.bridge.Person;

/** Two people from nothing to a conversation that outlives the process. */
class RoomJourneyIT {
  @TempDir Path data;

  @Test
  void twoPeopleChatInARoomAndFindTheirHistoryAfterARestart() {
    ConversationId room;
    try (TestParley parley = TestParley.start(data)) {
      room = chat(parley);
    }
    try (TestParley parley = TestParley.start(data)) {
      findEverythingAgain(parley, room);
    }
  }

  private static ConversationId chat(TestParley parley) {
    Person ada = parley.signUp("ada");
    Person grace = parley.signUp("grace");
    try (BridgeClient adas = ada.connect(parley.people, parley.port());
        BridgeClient graces = grace.connect(parley.people, parley.port())) {
      ConversationId room = Talk.createRoom(adas, "Engine room");
      assertEquals(
          List.of("Engine room"),
          graces.ask(RoomOperations.LIST_ROOMS, new ListRooms("eng", null, 10)).rooms().stream()
              .map(found -> found.name())
              .toList());
      ConversationSummary joined = graces.ask(RoomOperations.JOIN_ROOM, new JoinRoom(room)).room();
      assertEquals(2, joined.memberCount());
      Talk.listen(adas, room);
      Talk.listen(graces, room);
      Talk.say(adas, room, "hello");
      Talk.say(graces, room, "hello yourself");
      Talk.awaitTexts(adas, room, "hello", "hello yourself");
      Talk.awaitTexts(graces, room, "hello", "hello yourself");
      return room;
    }
  }

  private static void findEverythingAgain(TestParley parley, ConversationId room) {
    Person ada = Person.logIn(parley.people, parley.port(), "ada");
    try (BridgeClient adas = ada.connect(parley.people, parley.port())) {
      HistoryPage page = adas.ask(MessageOperations.READ_HISTORY, new ReadHistory(room, null, 50));
      assertEquals(List.of("hello", "hello yourself"), texts(page.messages()));
      assertFalse(page.more());
      ConversationSummary mine = onlyConversation(adas);
      assertEquals(2, mine.ordinal() - mine.readOrdinal());
      assertEquals("hello yourself", ((TextContent) mine.lastMessage().content()).text());
      adas.ask(ConversationOperations.MARK_READ, new MarkRead(room, 2));
      assertEquals(2, onlyConversation(adas).readOrdinal());
      Talk.listen(adas, room);
      Talk.say(adas, room, "still here");
      Talk.awaitTexts(adas, room, "still here");
    }
  }

  private static ConversationSummary onlyConversation(BridgeClient client) {
    List<ConversationSummary> all =
        client
            .ask(ConversationOperations.LIST_CONVERSATIONS, new ListConversations(null, 10))
            .conversations();
    assertEquals(1, all.size());
    assertTrue(all.get(0).head() >= 2);
    return all.get(0);
  }

  private static List<String> texts(List<MessageItem> messages) {
    return messages.stream().map(message -> ((TextContent) message.content()).text()).toList();
  }
}
