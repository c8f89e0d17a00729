package parley.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.account.Status;

class StatusTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "🌴",
        "⚙️",
        "👩🏽‍💻",
        "👨‍👩‍👧‍👦",
        "🇳🇴",
        "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
        "❤️‍🔥",
        "1️⃣",
        "☎",
        "⌛"
      })
  void takesOneEmoji(String emoji) {
    assertEquals(emoji, new Status(null, emoji, null).emoji());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "ab", "1", "é", "!", "漢", "🌴🌴", "🌴 ", "-", "☎x"})
  void takesNothingElse(String other) {
    String stripped = other.strip();
    if (stripped.equals("🌴")) {
      assertEquals(stripped, new Status(null, other, null).emoji(), "blanks do not count");
    } else {
      assertThrows(BusFailure.class, () -> new Status(null, other, null));
    }
  }
}
