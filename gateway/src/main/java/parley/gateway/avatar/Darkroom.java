package parley.gateway.avatar;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;

/**
 * Makes pictures on a thread of its own, one after the other. Uploads are let in before they are
 * read: more than {@value #MOST} at a time fail with {@code UNAVAILABLE}, so that neither memory
 * nor the queue grows. One per process, used from any event loop.
 */
public final class Darkroom {
  static final int MOST = 8;
  private static final long LONGEST_S = 30;

  private final WorkerExecutor thread;
  private final AtomicInteger inside = new AtomicInteger();

  public Darkroom(Vertx vertx) {
    this.thread = vertx.createSharedWorkerExecutor("parley-avatar", 1, LONGEST_S, TimeUnit.SECONDS);
  }

  /** Lets an upload in until it is done; at once {@code UNAVAILABLE} if there is no room. */
  <T> Future<T> enter(Supplier<Future<T>> upload) {
    if (inside.incrementAndGet() > MOST) {
      inside.decrementAndGet();
      return Future.failedFuture(BusFailure.of(FailureCode.UNAVAILABLE));
    }
    return Future.succeededFuture()
        .compose(begun -> upload.get())
        .andThen((done, failure) -> inside.decrementAndGet());
  }

  /** As {@link Pictures#of}. */
  Future<Avatar> make(byte[] upload, ImageFormat declared) {
    return thread.executeBlocking(() -> Pictures.of(upload, declared), false);
  }

  /** Ends the thread. */
  public Future<Void> close() {
    return thread.close();
  }
}
