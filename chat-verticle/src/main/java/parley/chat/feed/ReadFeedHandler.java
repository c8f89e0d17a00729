package parley.chat.feed;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.chat.conversation.Standings;
import parley.contract.Caller;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.ReadRange;

/** Answers {@code chat.feed.read}: a conversation's to members, an account's to the account. */
final class ReadFeedHandler implements Handling<ReadFeed, Range> {
  private final BusClient bus;
  private final Standings standings;

  ReadFeedHandler(BusClient bus, Standings standings) {
    this.bus = bus;
    this.standings = standings;
  }

  @Override
  public Future<Range> handle(ReadFeed request, Caller caller) {
    return switch (request.feed().kind()) {
      case CONVERSATION -> ofConversation(request, caller);
      case USER -> ofAccount(request, caller);
    };
  }

  private Future<Range> ofConversation(ReadFeed request, Caller caller) {
    return standings
        .membershipIn(request.feed().conversation(), caller)
        .compose(member -> read(request, member.head(), member.visibleFrom(), caller));
  }

  private Future<Range> ofAccount(ReadFeed request, Caller caller) {
    FeedAccess.requireOwn(request.feed().value().toString(), caller.user());
    return read(request, null, 0, caller);
  }

  /** No further than where the membership was true: it may have ended since. */
  private Future<Range> read(ReadFeed request, Long upTo, long visibleFrom, Caller caller) {
    ReadRange range =
        new ReadRange(request.feed(), request.after(), upTo, request.limit(), visibleFrom);
    return bus.request(FeedOperations.FEED_READ, range, caller);
  }
}
