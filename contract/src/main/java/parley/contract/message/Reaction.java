package parley.contract.message;

import java.util.List;
import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Who answered a message with an emoji.")
public record Reaction(
    @Doc("The emoji.") @Bounds(least = 1, most = Check.MAX_EMOJI) String emoji,
    @Doc("How many did.") @Bounds(least = 1) long count,
    @Doc("The first of them, at most 10, in the order in which they did.") List<UserId> accounts) {
  /** The most different emoji on a message. */
  public static final int MAX_KINDS = 20;

  /** The most accounts that are named. */
  public static final int MAX_NAMED = 10;

  public Reaction {
    emoji = Check.emoji("emoji", emoji);
    Check.within("count", count, 1, Long.MAX_VALUE);
    accounts = Check.list("accounts", accounts, 1, MAX_NAMED);
  }
}
