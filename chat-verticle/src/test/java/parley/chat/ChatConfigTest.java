package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import parley.config.ConfigReader;

class ChatConfigTest {
  @Test
  void decidesThreeTimesUnlessToldOtherwise() {
    assertEquals(new ChatConfig(3), ChatConfig.from(new ConfigReader(Map.of(), Map.of())));
    Map<String, String> environment = Map.of("PARLEY_CHAT_DECISION_ATTEMPTS", "5");
    assertEquals(new ChatConfig(5), ChatConfig.from(new ConfigReader(environment, Map.of())));
  }

  @Test
  void refusesNumbersWithoutSense() {
    ConfigReader in = new ConfigReader(Map.of("PARLEY_CHAT_DECISION_ATTEMPTS", "0"), Map.of());
    ChatConfig.from(in);
    assertEquals(1, in.problems().size());
  }
}
