package dice;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.Topic;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

/** What can be asked of the dice, and what they tell. */
public final class DiceOperations implements CatalogPart {
  /** Idempotent: the same id of the same person gives the same result. */
  public static final Operation<ThrowDice, DiceThrown> THROW_DICE =
      Operation.named("dice.roll.throw")
          .summary("Throw a die before everybody in a conversation.")
          .request(ThrowDice.class)
          .reply(DiceThrown.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<Subscribe, Subscription> AUTHORISE_ROLLS =
      Operation.named("dice.roll.authorise")
          .summary("Whether the caller may hear the dice of a conversation.")
          .request(Subscribe.class)
          .reply(Subscription.class)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  /** The id is the conversation's. */
  public static final Topic<DiceThrown> ROLLS =
      Topic.named("dice.{id}.rolls")
          .summary("Every throw in one conversation, at most once.")
          .carries(DiceThrown.class)
          .authorisedBy(AUTHORISE_ROLLS);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(THROW_DICE, AUTHORISE_ROLLS);
  }

  @Override
  public List<Topic<?>> topics() {
    return List.of(ROLLS);
  }
}
