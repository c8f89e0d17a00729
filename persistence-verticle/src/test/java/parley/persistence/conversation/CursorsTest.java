package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.id.ConversationId;

class CursorsTest {
  @Test
  void readsWhatItWrote() {
    ConversationId last = new ConversationId(UUID.randomUUID());
    assertEquals(last, Cursors.conversation(Cursors.of(last)));
  }

  @Test
  void refusesAnythingElse() {
    for (String text : List.of("", "x", "1_2", "-".repeat(36), "1-1-1-1-1")) {
      assertEquals(
          "after", assertThrows(BusFailure.class, () -> Cursors.conversation(text)).field());
    }
  }
}
