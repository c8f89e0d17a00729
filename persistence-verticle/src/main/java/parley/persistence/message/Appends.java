package parley.persistence.message;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.stream.IntStream;
import parley.contract.BusFailure;
import parley.contract.Caller;
import parley.contract.FailureCode;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageAppended;
import parley.persistence.pg.Database;

/**
 * Appends messages in lanes: a conversation always takes the same one, so that its messages share
 * transactions. Lanes are for speed; that numbers have no holes is the row lock's doing, also when
 * other instances append to the same conversation. Confined to the verticle's context.
 */
public final class Appends {
  private final List<AppendLane> lanes;
  private final AppendMeter meter;
  private final int maxWaiting;
  private final Promise<Void> drained = Promise.promise();
  private int waiting;
  private boolean stopped;

  /**
   * @param database a pool with one connection a lane
   * @param lanes how many transactions run side by side
   * @param maxWaiting how many appends may be unanswered; more are refused at once
   * @param maxBatch the most appends in one transaction
   */
  public Appends(Database database, AppendMeter meter, int lanes, int maxWaiting, int maxBatch) {
    AppendStore store = new AppendStore(database);
    this.lanes =
        IntStream.range(0, lanes).mapToObj(lane -> new AppendLane(store, meter, maxBatch)).toList();
    this.meter = meter;
    this.maxWaiting = maxWaiting;
  }

  /**
   * Numbers and stores a message, once. {@code UNAVAILABLE} at once if too many wait, and when it
   * is unknown whether the commit happened: the caller repeats with the same client id.
   */
  public Future<MessageAppended> append(AppendMessage request, Caller caller) {
    if (stopped || waiting >= maxWaiting) {
      meter.refused();
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    waiting++;
    Waiting append = Waiting.of(request, caller.deadline());
    laneOf(request).add(append);
    return append.answer().future().andThen((answer, failure) -> leave());
  }

  /** Takes no more appends; completes when those that wait are answered. */
  public Future<Void> stop() {
    stopped = true;
    if (waiting == 0) {
      drained.tryComplete();
    }
    return drained.future();
  }

  private void leave() {
    waiting--;
    if (stopped && waiting == 0) {
      drained.tryComplete();
    }
  }

  private AppendLane laneOf(AppendMessage request) {
    int hash = request.conversation().value().hashCode();
    return lanes.get(Math.floorMod(hash * 0x9E3779B9 >>> 16, lanes.size()));
  }
}
