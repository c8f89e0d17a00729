package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("One feed after resuming: a range to apply, or why there is none.")
public record ResumedFeed(
    @Doc("Which feed.") FeedId feed,
    @Doc(value = "The head when listening began; what is later arrives by itself.", optional = true)
        Long head,
    @Doc(
            value = "What changed after the position. If it ends before head, read on from there.",
            optional = true)
        Range range,
    @Doc(
            value = "Name of the failure code if this feed may not be heard or could not be read.",
            optional = true)
        String failure) {
  public ResumedFeed {
    Check.present("feed", feed);
    failure = Check.optionalLine("failure", failure, 40);
  }
}
