package parley.chat.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.BusFailure;

class RoomNameTest {
  @ParameterizedTest
  @CsvSource({
    "Engines, engines",
    "ENGINES, engines",
    "Große Räume, grosse räume",
    "GROSSE RÄUME, grosse räume",
    "Straße, STRAẞE",
    "ΟΔΟΣ, οδος",
    "οδοσ, οδος",
    "Ⅳ ﬁles, iv files",
    "ｆｕｌｌ, full",
    "'a\u00A0 \u3000b', a b",
    "'a\u2800b', a b",
    "'en\u200Bgi\u00ADnes\u2060', engines",
    "'❤\uFE0F rooms', ❤ rooms",
    "'cafe\u0301', café"
  })
  void namesThatReadAlikeHaveOneKey(String one, String other) {
    assertEquals(RoomName.key(one), RoomName.key(other));
  }

  @ParameterizedTest
  @CsvSource({"engines, engine", "a b, ab", "räume, raume", "1, l", "😀, 😁"})
  void namesThatReadDifferentlyHaveTwo(String one, String other) {
    assertNotEquals(RoomName.key(one), RoomName.key(other));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u200B\u200B", "\u3164\u3164", "\u00A0\u00A0", "\u2800\u2800", "\u00AD\uFE0F"})
  void aNameNeedsSomethingToSee(String name) {
    assertEquals("name", assertThrows(BusFailure.class, () -> RoomName.key(name)).field());
  }

  @Test
  void aNameWhoseKeyGrowsBeyondItsBoundIsRefused() {
    String ligatures = "\uFDFA".repeat(20);
    assertEquals("name", assertThrows(BusFailure.class, () -> RoomName.key(ligatures)).field());
  }

  @Test
  void aKeyIsItsOwnKey() {
    for (String name : new String[] {"Große  Räume", "İstanbul", "ǰ", "ŉ Ω K", "ﬀ"}) {
      assertEquals(RoomName.key(name), RoomName.key(RoomName.key(name)));
    }
  }
}
