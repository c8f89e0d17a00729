package parley.persistence.relation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.feed.RelationItem;
import parley.contract.id.UserId;
import parley.contract.relation.RelationsChanged;
import parley.persistence.feed.LockedFeed;

/**
 * Gathers what a step changes: rows, numbers of feeds, what is announced. Whoever keeps the same as
 * before takes no number, so that a block is not told to who is blocked.
 */
final class Outcome {
  private final UserId account;
  private final Map<FeedId, LockedFeed> locked;
  private final Map<UserId, List<RelationItem>> items = new LinkedHashMap<>();
  private final List<RelationItem> relations = new ArrayList<>();
  private final List<RelationRows.Written> written = new ArrayList<>();
  private final List<UserId> parted = new ArrayList<>();

  Outcome(UserId account, Map<FeedId, LockedFeed> locked) {
    this.account = account;
    this.locked = locked;
  }

  /** There is nobody of this id. */
  void unknown(UserId other) {
    relations.add(RelationItem.nothing(other));
  }

  /**
   * What becomes of one pair.
   *
   * @param changed the number of the last change of the account's own side; 0 for none
   */
  void add(UserId other, long changed, Sides before, Sides after) {
    long own = before.mine().equals(after.mine()) ? changed : write(account, other, after.mine());
    if (!before.theirs().equals(after.theirs())) {
      write(other, account, after.theirs());
    }
    if (before.parts(after)) {
      parted.add(other);
    }
    relations.add(after.mine().item(own, other));
  }

  private long write(UserId whose, UserId about, Side side) {
    List<RelationItem> own = items.computeIfAbsent(whose, absent -> new ArrayList<>());
    long number = locked.get(FeedId.of(whose)).head() + own.size() + 1;
    own.add(side.item(number, about));
    written.add(new RelationRows.Written(whose, about, side, number));
    return number;
  }

  List<RelationRows.Written> written() {
    return written;
  }

  boolean parts() {
    return !parted.isEmpty();
  }

  RelationsChanged changed() {
    return new RelationsChanged(relations, ranges(), parted);
  }

  List<Range> ranges() {
    return items.entrySet().stream().map(each -> range(each.getKey(), each.getValue())).toList();
  }

  private Range range(UserId whose, List<RelationItem> own) {
    LockedFeed feed = locked.get(FeedId.of(whose));
    return new Range(feed.id(), feed.head(), feed.head() + own.size(), List.copyOf(own));
  }
}
