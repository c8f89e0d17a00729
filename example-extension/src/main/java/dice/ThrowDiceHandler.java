package dice;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.Caller;

/** Answers {@code dice.roll.throw}: for members, before the members. */
final class ThrowDiceHandler implements Handling<ThrowDice, DiceThrown> {
  private final Members members;
  private final Dice dice;
  private final BusClient bus;

  ThrowDiceHandler(Members members, Dice dice, BusClient bus) {
    this.members = members;
    this.dice = dice;
    this.bus = bus;
  }

  @Override
  public Future<DiceThrown> handle(ThrowDice request, Caller caller) {
    return members
        .require(request.conversation().toString(), caller)
        .map(member -> dice.thrown(request, caller.user()))
        .map(this::tell);
  }

  private DiceThrown tell(DiceThrown thrown) {
    bus.publish(DiceOperations.ROLLS, thrown.conversation().toString(), thrown);
    return thrown;
  }
}
