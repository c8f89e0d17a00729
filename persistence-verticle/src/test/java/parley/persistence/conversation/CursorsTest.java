package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.StoreRoom;
import parley.contract.id.ConversationId;

class CursorsTest {
  @Test
  void readsWhatItWrote() {
    ConversationId last = new ConversationId(UUID.randomUUID());
    assertEquals(last, Cursors.conversation(Cursors.of(last)));
  }

  @Test
  void readsTheLongestKeyThatItWrote() {
    String key = "€".repeat(StoreRoom.MAX_NAME_KEY);
    String cursor = Cursors.ofKey(key);
    assertEquals(key, Cursors.key(cursor));
    assertTrue(cursor.length() <= ListRooms.MAX_CURSOR);
  }

  @Test
  void refusesWhatIsNoKey() {
    for (String text : List.of("", "*", "_w", "a", "AA")) {
      assertEquals("after", assertThrows(BusFailure.class, () -> Cursors.key(text)).field(), text);
    }
  }

  @Test
  void refusesAnythingElse() {
    for (String text : List.of("", "x", "1_2", "-".repeat(36), "1-1-1-1-1")) {
      assertEquals(
          "after", assertThrows(BusFailure.class, () -> Cursors.conversation(text)).field());
    }
  }
}
