package parley.gateway.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPasswordTest {
  private static final Username NAME = Username.parse("ada.lovelace").orElseThrow();

  @ParameterizedTest
  @CsvSource({
    "1234567, false",
    "12345678, true",
    "'        ', false",
    "'a b c d ', true",
    "ada.lovelace, false",
    "Ada.LOVELACE, false",
    "' ada.lovelace', false",
    "ada.lovelace!, true",
    "'tab\tinside it', false",
    "'zero\0inside it', false",
  })
  void decides(String password, boolean allowed) {
    assertEquals(allowed, NewPassword.isAllowed(password, NAME));
  }

  @Test
  void countsCharactersNotUnits() {
    assertTrue(NewPassword.isAllowed("\ud83d\ude00".repeat(200), NAME));
    assertFalse(NewPassword.isAllowed("\ud83d\ude00".repeat(201), NAME));
    assertFalse(NewPassword.isAllowed("\ud83d\ude00".repeat(7), NAME));
    assertFalse(NewPassword.isAllowed("half a pair \ud83d", NAME));
  }
}
