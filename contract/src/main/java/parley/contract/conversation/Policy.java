package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What members may do in a conversation, as its owners and moderators have set it.")
public record Policy(
    @Doc("Who may write.") Writers writers,
    @Doc(
            "Seconds between two messages of one member, 0 to 3600; moderators and owners need not wait.")
        @Bounds(least = 0, most = MAX_SLOW_SECONDS)
        int slowSeconds,
    @Doc("What who joins from now on sees of the past.") History history) {
  /** The longest pause that may be asked for. */
  public static final int MAX_SLOW_SECONDS = 3_600;

  /** Everybody writes, without a pause, and sees everything. */
  public static final Policy OPEN = new Policy(Writers.EVERYBODY, 0, History.ALL);

  public Policy {
    Check.present("writers", writers);
    Check.within("slowSeconds", slowSeconds, 0, MAX_SLOW_SECONDS);
    Check.present("history", history);
  }
}
