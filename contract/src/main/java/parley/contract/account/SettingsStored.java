package parley.contract.account;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.Range;

@Doc("The choice is committed.")
public record SettingsStored(
    @Doc("What is chosen now.") Settings settings,
    @Doc("What to announce; empty if nothing changed.") List<Range> ranges) {
  public SettingsStored {
    Check.present("settings", settings);
    ranges = Check.list("ranges", ranges, 0, 1);
  }
}
