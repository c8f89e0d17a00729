package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoomWordsTest {
  @Test
  void splitsAtPunctuationAndFoldsCaseAndWidth() {
    assertEquals(List.of("tea", "cake", "no", "7"), RoomWords.of("Tea & CAKE: tea (Ｎｏ. 7)"));
    assertEquals(List.of("東京", "🎉"), RoomWords.of("東京-🎉"));
    assertEquals(List.of(), RoomWords.of(" -!'\\ "));
  }

  @Test
  void asksForEveryWordAsABeginning() {
    assertEquals("'tea':* & 'ca':*", RoomWords.prefixQuery("Tea, ca"));
    assertEquals("", RoomWords.prefixQuery("&|!"));
    assertEquals("'it':* & 's':*", RoomWords.prefixQuery("it's"));
  }
}
