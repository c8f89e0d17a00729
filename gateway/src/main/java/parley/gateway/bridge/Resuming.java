package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.Resume;
import parley.contract.feed.Resumed;
import parley.contract.feed.ResumedFeed;

/**
 * Brings a socket up to date: listens to each feed first, then reads what changed after the
 * client's position. {@value #AT_ONCE} feeds are under way at a time; once {@value #MOST_ITEMS}
 * items are in the answer, the client is told where to page for the rest.
 */
final class Resuming {
  private static final int AT_ONCE = 16;
  private static final int MOST_ITEMS = 500;

  private final Subscribing subscribing;
  private final BusClient bus;

  Resuming(Subscribing subscribing, BusClient bus) {
    this.subscribing = subscribing;
    this.bus = bus;
  }

  /** One entry a feed, in the order asked for. */
  Future<Resumed> resume(Socket socket, Resume request, Caller caller) {
    return next(socket, request.feeds(), new ArrayList<>(), caller).map(Resumed::new);
  }

  private Future<List<ResumedFeed>> next(
      Socket socket, List<FeedPosition> asked, List<ResumedFeed> done, Caller caller) {
    if (done.size() == asked.size()) {
      return Future.succeededFuture(done);
    }
    if (socket.isClosed() || caller.deadline().passed()) {
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    boolean withItems = done.stream().mapToInt(Resuming::items).sum() < MOST_ITEMS;
    List<Future<ResumedFeed>> chunk =
        asked.subList(done.size(), Math.min(asked.size(), done.size() + AT_ONCE)).stream()
            .map(position -> one(socket, position, withItems, caller))
            .toList();
    return Future.all(chunk)
        .compose(
            all -> {
              done.addAll(all.list());
              return next(socket, asked, done, caller);
            });
  }

  private Future<ResumedFeed> one(
      Socket socket, FeedPosition asked, boolean withItems, Caller caller) {
    String address = FeedOperations.topicOf(asked.feed()).address(asked.feed().value().toString());
    return Future.<Long>future(done -> subscribing.subscribe(socket, address).onComplete(done))
        .compose(head -> read(asked, head, withItems, caller))
        .recover(cause -> Future.succeededFuture(failed(asked, cause)));
  }

  private Future<ResumedFeed> read(
      FeedPosition asked, long head, boolean withItems, Caller caller) {
    if (asked.position() == null || asked.position() >= head || !withItems) {
      return Future.succeededFuture(new ResumedFeed(asked.feed(), head, null, null));
    }
    ReadFeed request = new ReadFeed(asked.feed(), asked.position(), Range.MAX_ITEMS);
    return bus.request(FeedOperations.FEED_READ, request, caller)
        .map(range -> new ResumedFeed(asked.feed(), head, range, null));
  }

  private static ResumedFeed failed(FeedPosition asked, Throwable cause) {
    FailureCode code = cause instanceof BusFailure failure ? failure.code() : FailureCode.INTERNAL;
    return new ResumedFeed(asked.feed(), null, null, code.name());
  }

  private static int items(ResumedFeed feed) {
    return feed.range() == null ? 0 : feed.range().items().size();
  }
}
