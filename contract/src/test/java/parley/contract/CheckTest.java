package parley.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {
  @Test
  void textKeepsLinesAndTurnsForeignLineEndsIntoOne() {
    assertEquals("a\nb\nc\td", Check.text("text", "a\r\nb\rc\td", 1, 10));
  }

  @Test
  void textCountsItsUnitsAfterLineEndsBecameOne() {
    assertEquals("a\nb", Check.text("text", "a\r\nb", 1, 3));
    refused("text", () -> Check.text("text", "a\nbc", 1, 3));
  }

  @Test
  void textKeepsCharactersOutsideTheBasicPlane() {
    assertEquals("😀é\u202Ex", Check.text("text", "😀é\u202Ex", 1, 10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a\u0000", "\u0007", "\u007F", "\u0085", "\uD83D", "\uDE00", "\uDE00\uD83D"})
  void textRefusesControlCharactersAndLoneSurrogates(String bad) {
    refused("text", () -> Check.text("text", bad, 1, 10));
    refused("name", () -> Check.line("name", bad, 1, 10));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n", " \t\n"})
  void textRefusesNothingButWhiteSpace(String blank) {
    refused("text", () -> Check.text("text", blank, 1, 10));
  }

  @Test
  void lineIsTrimmedAndComposed() {
    assertEquals("caf\u00E9", Check.line("name", "  cafe\u0301 ", 1, 4));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\nb",
        "a\tb",
        "a\u2028b",
        "a\u202Eb",
        "a\u2066b",
        "a\u200Eb",
        "a\u061Cb",
        "a\u200Bb",
        "a\uFEFFb"
      })
  void lineRefusesBreaksAndMarksThatTurnTheDirection(String bad) {
    refused("name", () -> Check.line("name", bad, 1, 10));
  }

  @Test
  void lineRefusesWhatIsTooShortOrTooLongAfterTrimming() {
    refused("name", () -> Check.line("name", " a ", 2, 10));
    refused("name", () -> Check.line("name", "abcdefghijk", 2, 10));
    refused("name", () -> Check.line("name", " ".repeat(41), 0, 10));
  }

  @Test
  void optionalLineIsAbsentWhenBlank() {
    assertNull(Check.optionalLine("topic", null, 10));
    assertNull(Check.optionalLine("topic", "  ", 10));
    assertEquals("a", Check.optionalLine("topic", " a ", 10));
    refused("topic", () -> Check.optionalLine("topic", "a\nb", 10));
  }

  @Test
  void tokenIsVisibleAsciiWithoutSpace() {
    assertEquals("$argon2id$v=19", Check.token("hash", "$argon2id$v=19", 20));
    for (String bad : List.of("", "a b", "é", "a\n", "abcdef")) {
      refused("hash", () -> Check.token("hash", bad, 5));
    }
  }

  @Test
  void numbersStayWithinTheirBounds() {
    assertEquals(1, Check.within("limit", 1, 1, 100));
    assertEquals(100, Check.within("limit", 100, 1, 100));
    refused("limit", () -> Check.within("limit", 0, 1, 100));
    refused("limit", () -> Check.within("limit", 101L, 1, 100));
  }

  @Test
  void listIsAnImmutableCopyWithinItsBounds() {
    List<String> given = new ArrayList<>(List.of("a"));
    List<String> copy = Check.list("names", given, 1, 2);
    given.add("b");
    assertEquals(List.of("a"), copy);
    assertThrows(UnsupportedOperationException.class, () -> copy.add("c"));
    refused("names", () -> Check.list("names", List.of(), 1, 2));
    refused("names", () -> Check.list("names", List.of("a", "b", "c"), 1, 2));
    refused("names", () -> Check.list("names", Arrays.asList("a", null), 1, 2));
    refused("names", () -> Check.list("names", null, 1, 2));
  }

  private static void refused(String field, Executable check) {
    BusFailure failure = assertThrows(BusFailure.class, check);
    assertEquals(FailureCode.MALFORMED, failure.code());
    assertEquals(field, failure.field());
  }
}
