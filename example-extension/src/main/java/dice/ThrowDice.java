package dice;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;

@Doc("Throws a die before everybody in a conversation.")
public record ThrowDice(
    @Doc("The conversation whose members hear of it.") ConversationId conversation,
    @Doc("Chosen by the thrower; the same id gives the same result again.") ClientId id,
    @Doc("How many sides the die has.") @Bounds(least = 2, most = MAX_SIDES) int sides) {
  public static final int MAX_SIDES = 1_000;

  public ThrowDice {
    Check.present("conversation", conversation);
    Check.present("id", id);
    Check.within("sides", sides, 2, MAX_SIDES);
  }
}
