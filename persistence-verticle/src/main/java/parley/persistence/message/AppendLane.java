package parley.persistence.message;

import io.vertx.core.Future;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.message.AppendMessage;
import parley.persistence.pg.PgFailures;

/**
 * Natural batching: while one transaction is under way the next appends wait; then all that wait go
 * together, without any timer. Confined to the verticle's context.
 */
final class AppendLane {
  private final AppendStore store;
  private final AppendMeter meter;
  private final int maxBatch;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private boolean busy;

  AppendLane(AppendStore store, AppendMeter meter, int maxBatch) {
    this.store = store;
    this.meter = meter;
    this.maxBatch = maxBatch;
  }

  /** Takes its turn; the answer comes after the commit. */
  void add(Waiting append) {
    queue.add(append);
    if (!busy) {
      next();
    }
  }

  private void next() {
    List<Waiting> batch = takeBatch();
    busy = !batch.isEmpty();
    if (busy) {
      append(batch).onComplete(done -> next());
    }
  }

  /** The oldest that are still awaited; the others are dropped and never stored. */
  private List<Waiting> takeBatch() {
    List<Waiting> batch = new ArrayList<>();
    while (batch.size() < maxBatch && !queue.isEmpty()) {
      Waiting append = queue.remove();
      if (append.deadline().passed()) {
        append.answer().fail(BusFailure.of(FailureCode.UNAVAILABLE));
      } else {
        batch.add(append);
      }
    }
    return batch;
  }

  private Future<Void> append(List<Waiting> waiting) {
    Batch batch = Batch.of(requests(waiting));
    return store
        .append(batch.distinct())
        .map(outcomes -> counted(batch.spread(outcomes)))
        .map(outcomes -> answer(waiting, outcomes))
        .recover(cause -> failed(waiting, cause));
  }

  private Future<Void> failed(List<Waiting> waiting, Throwable cause) {
    if (waiting.size() > 1 && !PgFailures.passes(cause)) {
      return singly(waiting);
    }
    BusFailure failure = PgFailures.declared(cause);
    waiting.forEach(append -> append.answer().tryFail(failure));
    return Future.succeededFuture();
  }

  /** One of them is bad: each in a transaction of its own, in the same order. */
  private Future<Void> singly(List<Waiting> waiting) {
    Future<Void> before = Future.succeededFuture();
    for (Waiting append : waiting) {
      before = before.compose(done -> append(List.of(append)));
    }
    return before;
  }

  private List<Appended> counted(List<Appended> outcomes) {
    meter.batch((int) outcomes.stream().filter(Appended::isNew).count());
    return outcomes;
  }

  private static Void answer(List<Waiting> waiting, List<Appended> outcomes) {
    for (int i = 0; i < waiting.size(); i++) {
      Appended outcome = outcomes.get(i);
      if (outcome.refusal() == null) {
        waiting.get(i).answer().complete(outcome.message());
      } else {
        waiting.get(i).answer().fail(outcome.refusal());
      }
    }
    return null;
  }

  private static List<AppendMessage> requests(List<Waiting> waiting) {
    return waiting.stream().map(Waiting::request).toList();
  }
}
