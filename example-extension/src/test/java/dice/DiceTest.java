package dice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

class DiceTest {
  private static final UserId ADA = new UserId(new UUID(0, 1));
  private static final UserId GRACE = new UserId(new UUID(0, 2));
  private static final ConversationId ROOM = new ConversationId(new UUID(0, 3));
  private static final int MANY = 6_000;

  private final Dice dice = new Dice(new byte[] {1, 2, 3});

  @Test
  void showsTheSameForTheSameThrow() {
    assertEquals(dice.thrown(request(7), ADA), dice.thrown(request(7), ADA));
  }

  @Test
  void showsSomethingElseToOthersAndUnderAnotherSeed() {
    List<Integer> adas = shown(dice, ADA);
    assertNotEquals(adas, shown(dice, GRACE));
    assertNotEquals(adas, shown(new Dice(new byte[] {4}), ADA));
  }

  @Test
  void showsEverySideAboutAsOften() {
    List<Integer> shown = shown(dice, ADA);
    for (int side = 1; side <= 6; side++) {
      int wanted = side;
      long times = shown.stream().filter(shows -> shows == wanted).count();
      assertTrue(times > 800 && times < 1_200, side + " was shown " + times + " times");
    }
    assertTrue(shown.stream().allMatch(shows -> shows >= 1 && shows <= 6));
  }

  private static List<Integer> shown(Dice dice, UserId by) {
    return IntStream.range(0, MANY).mapToObj(i -> dice.thrown(request(i), by).shows()).toList();
  }

  private static ThrowDice request(int number) {
    return new ThrowDice(ROOM, new ClientId(new UUID(9, number)), 6);
  }
}
