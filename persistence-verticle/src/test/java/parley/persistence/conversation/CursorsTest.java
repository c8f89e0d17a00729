package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.id.ConversationId;

class CursorsTest {
  @Test
  void readsWhatItWroteToTheMicrosecond() {
    var last =
        new Cursors.Activity(
            OffsetDateTime.parse("2026-02-03T04:05:06.123456Z"), UUID.randomUUID());
    assertEquals(last, Cursors.activity(Cursors.of(last)));
    ConversationId room = new ConversationId(UUID.randomUUID());
    assertEquals(room, Cursors.room(Cursors.of(room)));
  }

  @Test
  void refusesAnythingElse() {
    for (String text : List.of("", "x", "1_2", "1_" + "-".repeat(36), "9".repeat(18) + "_x")) {
      assertEquals("after", assertThrows(BusFailure.class, () -> Cursors.activity(text)).field());
      assertEquals("after", assertThrows(BusFailure.class, () -> Cursors.room(text)).field());
    }
  }
}
