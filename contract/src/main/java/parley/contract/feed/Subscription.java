package parley.contract.feed;

import parley.contract.Doc;

@Doc("The caller may listen.")
public record Subscription(
    @Doc(
            value =
                "The last number of the feed when this was true; absent where events are not numbered.",
            optional = true)
        Long head,
    @Doc("Messages posted before this number are not for the caller; 0 for none.")
        long visibleFrom) {
  /** Everything is for the caller. */
  public Subscription(Long head) {
    this(head, 0);
  }
}
