package parley.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {
  @Test
  void readsPartsWithAndWithoutCounts() {
    assertEquals(Map.of(Role.GATEWAY, 1, Role.CHAT, 3), Roles.parse("gateway, chat=3").instances());
  }

  @Test
  void everythingIsEveryPartOnce() {
    assertEquals(Role.values().length, Roles.everything().instances().size());
    assertEquals(1, Roles.everything().count(Role.CHAT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "chatt", "chat=0", "chat=65", "chat=-1", "chat,chat=2", "chat=x", ",", "CHAT"})
  void refusesWhatNamesNoPartOrNoSensibleCount(String text) {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> Roles.parse(text));
    assertTrue(refused.getMessage().length() > 10);
  }
}
