package parley.gateway.bridge;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import parley.bus.BusClient;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.Json;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.FeedPosition;
import parley.contract.feed.Range;
import parley.contract.feed.ReadFeed;
import parley.contract.feed.Resume;
import parley.contract.feed.Resumed;
import parley.contract.feed.ResumedFeed;
import parley.gateway.delivery.Channel;

/**
 * Brings a socket up to date, not too many at a time, so that many who come at once cost the
 * database no more than a few: listens to each feed first, then reads what changed after the
 * client's position, with the client's rights. {@value #AT_ONCE} feeds are subscribed at a time and
 * read one after the other; once the answer holds about {@value #ENOUGH_UNITS} UTF-16 units, the
 * client is only told how far the rest has come and pages by itself.
 */
final class Resuming {
  private static final int AT_ONCE = 16;
  private static final int ENOUGH_UNITS = 64 * 1024;

  private final Subscribing subscribing;
  private final BusClient bus;
  private final Turns turns;

  Resuming(Subscribing subscribing, BusClient bus, Turns turns) {
    this.subscribing = subscribing;
    this.bus = bus;
    this.turns = turns;
  }

  /** One entry a feed, in the order asked for. */
  Future<Resumed> resume(Socket socket, Resume request, Caller caller) {
    Progress progress = new Progress(socket, request.feeds(), caller);
    Future<List<ResumedFeed>> resumed =
        isUpToDate(socket, request)
            ? chunk(progress)
            : turns.take(caller.deadline(), () -> chunk(progress));
    return resumed.map(Resumed::new);
  }

  /** Then nothing is asked of anybody: so pages find out whether they are still connected. */
  private boolean isUpToDate(Socket socket, Resume request) {
    return request.feeds().stream()
        .allMatch(feed -> subscribing.isUpToDate(socket, address(feed), feed.position()));
  }

  private Future<List<ResumedFeed>> chunk(Progress progress) {
    if (progress.done.size() == progress.asked.size()) {
      return Future.succeededFuture(progress.done);
    }
    if (progress.socket.isClosed() || progress.caller.deadline().passed()) {
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return listenAndRead(progress).compose(read -> chunk(progress));
  }

  private Future<Void> listenAndRead(Progress progress) {
    List<FeedPosition> positions = progress.next(AT_ONCE);
    List<Future<ResumedFeed>> heads =
        positions.stream().map(position -> listen(progress.socket, position)).toList();
    return Future.all(heads).compose(all -> readEach(progress, positions, all.list()));
  }

  private Future<ResumedFeed> listen(Socket socket, FeedPosition asked) {
    return Future.<Long>future(
            done -> subscribing.subscribe(socket, address(asked)).onComplete(done))
        .map(head -> new ResumedFeed(asked.feed(), head, null, null))
        .recover(cause -> Future.succeededFuture(failed(asked, cause)));
  }

  private Future<Void> readEach(
      Progress progress, List<FeedPosition> positions, List<ResumedFeed> heads) {
    Future<Void> before = Future.succeededFuture();
    for (int i = 0; i < heads.size(); i++) {
      FeedPosition asked = positions.get(i);
      ResumedFeed listening = heads.get(i);
      before = before.compose(last -> read(progress, asked, listening)).map(progress::add);
    }
    return before;
  }

  private Future<ResumedFeed> read(Progress progress, FeedPosition asked, ResumedFeed listening) {
    boolean upToDate =
        listening.head() == null
            || asked.position() == null
            || asked.position() >= listening.head();
    if (upToDate || progress.units >= ENOUGH_UNITS) {
      return Future.succeededFuture(listening);
    }
    ReadFeed request = new ReadFeed(asked.feed(), asked.position(), Range.MAX_ITEMS);
    return bus.request(FeedOperations.READ_FEED, request, progress.caller)
        .map(range -> new ResumedFeed(asked.feed(), listening.head(), range, null))
        .recover(cause -> Future.succeededFuture(unreadable(progress, asked, cause)));
  }

  /** Who may not read may not listen either, whatever was heard of the membership so far. */
  private ResumedFeed unreadable(Progress progress, FeedPosition asked, Throwable cause) {
    if (BusFailure.is(cause, FailureCode.NOT_A_MEMBER)) {
      subscribing.unregister(progress.socket, address(asked));
    }
    return failed(asked, cause);
  }

  private static ResumedFeed failed(FeedPosition asked, Throwable cause) {
    FailureCode code = cause instanceof BusFailure failure ? failure.code() : FailureCode.INTERNAL;
    return new ResumedFeed(asked.feed(), null, null, code.name());
  }

  private static String address(FeedPosition asked) {
    return Channel.of(asked.feed()).address();
  }

  /** How far one request has come. */
  private static final class Progress {
    private final Socket socket;
    private final List<FeedPosition> asked;
    private final Caller caller;
    private final List<ResumedFeed> done = new ArrayList<>();
    private int units;

    Progress(Socket socket, List<FeedPosition> asked, Caller caller) {
      this.socket = socket;
      this.asked = asked;
      this.caller = caller;
    }

    List<FeedPosition> next(int most) {
      return asked.subList(done.size(), Math.min(asked.size(), done.size() + most));
    }

    Void add(ResumedFeed feed) {
      done.add(feed);
      units += feed.range() == null ? 0 : Json.encode(feed.range()).length();
      return null;
    }
  }
}
