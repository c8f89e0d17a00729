package parley.gateway.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CountedWriterTest {
  private static final String MESSAGE = "{\"x\":\"" + "y".repeat(92) + "\"}";
  private static final int CAP = 1_000;

  private final RecordingSocket socket = new RecordingSocket();
  private final CountedWriter writer = new CountedWriter(socket.bridge(), false, CAP);

  @Test
  void countsNothingForAClientThatReads() {
    for (int i = 0; i < 100; i++) {
      assertTrue(writer.write(MESSAGE));
    }
    assertEquals(0, writer.waiting());
    assertEquals(100, socket.written.size());
  }

  @Test
  void writesNoMoreOnceMoreThanTheCapWaits() {
    socket.stopReading();
    int accepted = 0;
    while (accepted < 1_000 && writer.write(MESSAGE)) {
      accepted++;
    }
    assertEquals(CAP / MESSAGE.length() + 1, accepted);
    assertEquals(accepted, socket.written.size());
    assertFalse(writer.write("{}"));
  }

  @Test
  void countsEverythingAsGoneOnceItHasLeft() {
    socket.stopReading();
    for (int i = 0; i < 8; i++) {
      writer.write(MESSAGE);
    }
    assertEquals(8L * MESSAGE.length(), writer.waiting());
    socket.readAgain();
    assertEquals(0, writer.waiting());
  }

  @Test
  void letsOneLargeAnswerPassToAClientThatReads() {
    socket.stopReading();
    assertTrue(writer.write("{\"x\":\"" + "y".repeat(10 * CAP) + "\"}"));
    assertFalse(writer.write(MESSAGE));
  }
}
