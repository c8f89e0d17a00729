package parley.gateway.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2Test {
  /** From the test suite of the reference implementation. */
  private static final String REFERENCE =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

  @Test
  void agreesWithTheReferenceImplementation() {
    assertTrue(Argon2.matches("password", REFERENCE));
    assertFalse(Argon2.matches("passwore", REFERENCE));
  }

  @Test
  void matchesItsOwnHashesOnly() {
    String hash = Argon2.hash("correct horse battery");

    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertTrue(Argon2.matches("correct horse battery", hash));
    assertFalse(Argon2.matches("correct horse batterY", hash));
    assertFalse(Argon2.matches("", hash));
  }

  @Test
  void saltsEachHashAnew() {
    assertNotEquals(Argon2.hash("correct horse battery"), Argon2.hash("correct horse battery"));
  }

  @Test
  void takesAPasswordInAnyComposition() {
    assertTrue(Argon2.matches("cafe\u0301 creme", Argon2.hash("caf\u00e9 creme")));
  }

  @Test
  void matchesNothingForNobody() {
    assertFalse(Argon2.matches("correct horse battery", Argon2.NOBODY));
    assertFalse(Argon2.matches("", Argon2.NOBODY));
  }

  @Test
  void writesAHashAsItRead() {
    assertEquals(REFERENCE, PhcString.parse(REFERENCE).orElseThrow().encode());
    assertFalse(PhcString.parse(REFERENCE).orElseThrow().toString().contains("CTFhFdXP"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "password",
        "$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=16$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$short",
        "$argon2id$v=19$m=99999999,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRP"
      })
  void readsNoOtherForm(String text) {
    assertTrue(PhcString.parse(text).isEmpty());
  }
}
