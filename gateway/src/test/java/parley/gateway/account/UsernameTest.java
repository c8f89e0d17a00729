package parley.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {
  @ParameterizedTest
  @CsvSource({
    "ada, ada",
    "Ada, ada",
    "' Ada ', ada",
    "a.b-c_d, a.b-c_d",
    "user42, user42",
    "42nd, 42nd",
    "M\u00fcller, m\u00fcller",
    "Mu\u0308ller, m\u00fcller",
    "\uff21da, ada",
    "\u0414\u043c\u0438\u0442\u0440\u0438\u0439, \u0434\u043c\u0438\u0442\u0440\u0438\u0439",
    "\u5c71\u7530\u592a\u90ce, \u5c71\u7530\u592a\u90ce",
    "\u0645\u062d\u0645\u062f, \u0645\u062d\u0645\u062f",
    "\u0930\u093e\u091c\u0947\u0936, \u0930\u093e\u091c\u0947\u0936",
  })
  void foldsWhatSomebodyTyped(String typed, String text) {
    assertEquals(text, Username.parse(typed).orElseThrow().text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ab",
        "a b",
        ".abc",
        "abc.",
        "a..b",
        "a.-b",
        "a/b/c",
        "abc@d",
        "abc\u0000d",
        "abc\u200bd",
        "abc\u202ed",
        "abc\ud83d\ude00",
        "ab\ud800c",
        "abc\u0301\u0301\u0301\u0301",
        "\u0301abc",
        "p\u0430ypal",
        "abc\u0660\u06f1",
        "abcdefghijklmnopqrstuvwxyzabcdefg"
      })
  void takesNothingElse(String typed) {
    assertTrue(Username.parse(typed).isEmpty(), typed);
  }

  @Test
  void takesNamesUpTo32Characters() {
    assertTrue(Username.parse("x".repeat(32)).isPresent());
    assertTrue(Username.parse("x".repeat(33)).isEmpty());
    assertTrue(Username.parse("x".repeat(1_000_000)).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "scope, \u0455\u0441\u043e\u0440\u0435",
    "paypal, paypa1",
    "modern, modem",
    "bob, b0b",
  })
  void givesLookAlikesOneSkeleton(String one, String other) {
    assertEquals(skeleton(one), skeleton(other));
  }

  @ParameterizedTest
  @CsvSource({"user1, user2", "anna, hanna", "a.b.c, a-b-c", "m\u00fcller, muller"})
  void givesDifferentNamesDifferentSkeletons(String one, String other) {
    assertNotEquals(skeleton(one), skeleton(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"admin", "ADMIN", "a1l", "r00t", "here", "all", "system", "parley"})
  void reservesNamesOfTheServerAndTheirLookAlikes(String name) {
    assertTrue(ReservedNames.contains(Username.parse(name).orElseThrow()));
  }

  private static String skeleton(String typed) {
    return Username.parse(typed).orElseThrow().skeleton();
  }
}
