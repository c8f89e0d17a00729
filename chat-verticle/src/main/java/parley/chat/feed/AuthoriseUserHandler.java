package parley.chat.feed;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.Handling;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.feed.FeedHead;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.Heads;
import parley.contract.feed.ReadHeads;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

/** Answers {@code chat.user.authorise}: everybody may listen to the own feed, nobody to another. */
final class AuthoriseUserHandler implements Handling<Subscribe, Subscription> {
  private final BusClient bus;

  AuthoriseUserHandler(BusClient bus) {
    this.bus = bus;
  }

  @Override
  public Future<Subscription> handle(Subscribe request, Caller caller) {
    FeedAccess.requireOwn(request.id(), caller.user());
    FeedId own = FeedId.of(caller.user());
    return bus.request(FeedOperations.FEED_HEADS, new ReadHeads(List.of(own)), caller)
        .map(heads -> new Subscription(headOf(own, heads)));
  }

  private static long headOf(FeedId feed, Heads heads) {
    return heads.heads().stream()
        .filter(head -> head.feed().equals(feed))
        .map(FeedHead::head)
        .findFirst()
        .orElseThrow(() -> BusFailure.of(FailureCode.NOT_FOUND));
  }
}
