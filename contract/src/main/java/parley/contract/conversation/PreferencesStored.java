package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.Range;

@Doc("The preferences are committed.")
public record PreferencesStored(
    @Doc("What to announce; empty if nothing changed.") List<Range> ranges) {
  public PreferencesStored {
    ranges = Check.list("ranges", ranges, 0, 1);
  }
}
