package parley.gateway.delivery;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.Heads;

/**
 * Asks for the heads of feeds that become of interest: those of one turn of the event loop in one
 * request, {@link Heads#MAX} a request at most.
 */
final class HeadLookup {
  private final Vertx vertx;
  private final Feeds feeds;
  private Map<FeedId, Promise<Long>> wanted = new LinkedHashMap<>();

  HeadLookup(Vertx vertx, Feeds feeds) {
    this.vertx = vertx;
    this.feeds = feeds;
  }

  /** How far the feed has come; {@code NOT_FOUND} if there is none. */
  Future<Long> head(FeedId feed) {
    if (wanted.isEmpty()) {
      vertx.runOnContext(turn -> ask());
    }
    return wanted.computeIfAbsent(feed, absent -> Promise.promise()).future();
  }

  private void ask() {
    Map<FeedId, Promise<Long>> asked = wanted;
    wanted = new LinkedHashMap<>();
    List<FeedId> all = new ArrayList<>(asked.keySet());
    for (int from = 0; from < all.size(); from += Heads.MAX) {
      List<FeedId> page = all.subList(from, Math.min(all.size(), from + Heads.MAX));
      feeds
          .heads(page)
          .onComplete(
              heads -> answer(asked, page, heads),
              cause -> page.forEach(feed -> asked.get(feed).fail(cause)));
    }
  }

  private static void answer(Map<FeedId, Promise<Long>> asked, List<FeedId> page, Heads heads) {
    Map<FeedId, Long> known =
        heads.heads().stream().collect(Collectors.toMap(FeedHead::feed, FeedHead::head));
    for (FeedId feed : page) {
      Long head = known.get(feed);
      if (head == null) {
        asked.get(feed).fail(BusFailure.of(FailureCode.NOT_FOUND));
      } else {
        asked.get(feed).complete(head);
      }
    }
  }
}
