package dice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.contract.BusFailure;
import parley.contract.Json;

/** What travels is what the fixtures show. */
class FixturesTest {
  @ParameterizedTest
  @ValueSource(classes = {ThrowDice.class, DiceThrown.class})
  void everyMessageIsWrittenAsItIsRead(Class<?> message) throws IOException {
    String fixture = fixture(message);
    assertEquals(fixture.replaceAll("\\s", ""), Json.encode(Json.decodeStrictly(fixture, message)));
  }

  @Test
  void refusesADieThatNobodyCanThrow() throws IOException {
    for (String sides : new String[] {"1", "1001", "-6", "\"6\""}) {
      String request = fixture(ThrowDice.class).replace("\"sides\": 6", "\"sides\": " + sides);
      BusFailure refused =
          assertThrows(
              BusFailure.class, () -> Json.decodeStrictly(request, ThrowDice.class), sides);
      assertEquals("sides", refused.field());
    }
  }

  private static String fixture(Class<?> message) throws IOException {
    String path = "/fixtures/" + message.getSimpleName() + ".json";
    try (InputStream file = FixturesTest.class.getResourceAsStream(path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
