package parley.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RestartsTest {
  @Test
  void waitsLongerEachTimeAndNeverLongerThanHalfAMinute() {
    List<Long> pauses =
        Stream.iterate(new Restarts(1), last -> last.after(Duration.ZERO))
            .limit(8)
            .map(restarts -> restarts.pause().toSeconds())
            .toList();
    assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L), pauses);
  }

  @Test
  void forgetsEarlierEndsOfAServerThatWasWell() {
    Restarts third = Restarts.NONE.after(Duration.ZERO).after(Duration.ZERO).after(Duration.ZERO);
    assertEquals(Duration.ofSeconds(4), third.pause());
    assertEquals(Duration.ofSeconds(1), third.after(Duration.ofMinutes(2)).pause());
  }
}
