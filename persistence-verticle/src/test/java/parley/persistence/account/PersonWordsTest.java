package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PersonWordsTest {
  @Test
  void foldsCaseAccentsAndWidth() {
    assertEquals(List.of("ada", "l", "elan"), PersonWords.of("ada_l", "Élan"));
    assertEquals(PersonWords.of("STRASSE"), PersonWords.of("Straße"));
    assertEquals(PersonWords.of("ΟΔΥΣΣΕΥΣ"), PersonWords.of("Οδυσσεύς"));
    assertEquals(List.of("ada"), PersonWords.of("ａｄａ", "ADA"));
    assertEquals(List.of("東京", "🎉"), PersonWords.of("東京 🎉"));
  }

  @Test
  void hasNoWordsWithoutLettersAndABoundOfThem() {
    assertEquals(List.of(), PersonWords.of("_ -- '"));
    String many =
        IntStream.range(0, 60).mapToObj(Integer::toString).collect(Collectors.joining(" "));
    assertEquals(PersonWords.MAX, PersonWords.of(many).size());
  }
}
