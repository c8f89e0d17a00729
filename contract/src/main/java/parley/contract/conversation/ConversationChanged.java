package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.Range;

@Doc("The change is committed.")
public record ConversationChanged(
    @Doc(
            value =
                "The conversation as the account sees it; absent for who does not belong to it.",
            optional = true)
        ConversationSummary summary,
    @Doc("What to announce, a range a feed; empty if nothing changed.") List<Range> ranges) {
  /** A new group, its owner and everybody else. */
  private static final int MAX_RANGES = CreateGroup.MAX_MEMBERS + 2;

  public ConversationChanged {
    ranges = Check.list("ranges", ranges, 0, MAX_RANGES);
  }
}
