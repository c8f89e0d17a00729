package parley.launcher.delivery;

import parley.contract.feed.FeedId;
import parley.contract.id.UserId;

/** A feed and what goes on with it. */
final class Place {
  final FeedId id;
  final ModelFeed feed = new ModelFeed(0);
  boolean member;
  boolean listening;
  boolean reading;
  boolean waiting;

  /** The number in the account's feed of what it told last about the membership here. */
  long told;

  /** Grows whenever listening ends, so that late answers are recognised. */
  int era;

  Place(FeedId id) {
    this.id = id;
  }

  boolean isWanted() {
    return id.kind() == FeedId.Kind.USER || member;
  }

  void silence() {
    listening = false;
    reading = false;
    waiting = false;
    era++;
  }

  boolean endsFor(UserId account) {
    Note own = feed.copy(Note.member(account.toString()));
    return own != null && own.endsMembership();
  }
}
