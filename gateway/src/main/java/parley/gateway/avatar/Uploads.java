package parley.gateway.avatar;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.function.BiFunction;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;
import parley.gateway.http.BoundedBody;
import parley.gateway.http.Refusal;
import parley.gateway.session.SessionContext;
import parley.gateway.session.SessionGuard;
import parley.gateway.throttle.Throttles;

/**
 * Takes pictures that people send. Whatever they are of, they are counted together, for each
 * account. One per event loop.
 */
public final class Uploads {
  /** Bytes of an upload. */
  private static final int LIMIT = 5 * 1024 * 1024;

  private final BoundedBody body;
  private final Throttles throttles;
  private final SessionGuard guard;
  private final Darkroom darkroom;

  public Uploads(Vertx vertx, Throttles throttles, SessionGuard guard, Darkroom darkroom) {
    this.body = new BoundedBody(vertx, LIMIT);
    this.throttles = throttles;
    this.guard = guard;
    this.darkroom = darkroom;
  }

  /** What comes of keeping the picture that the body of a request is. */
  <T> Future<T> take(RoutingContext context, BiFunction<SessionContext, Avatar, Future<T>> keep) {
    return darkroom.enter(() -> taken(context, keep));
  }

  /** The body is asked for first: it must be before the request flows. It waits for the session. */
  private <T> Future<T> taken(
      RoutingContext context, BiFunction<SessionContext, Avatar, Future<T>> keep) {
    Future<Buffer> upload = body.read(context.request());
    return guard
        .authenticate(context)
        .compose(session -> throttles.avatar(session.account().toString()).map(session))
        .compose(
            session ->
                made(upload, declared(context)).compose(avatar -> keep.apply(session, avatar)));
  }

  private Future<Avatar> made(Future<Buffer> upload, ImageFormat declared) {
    return upload.compose(bytes -> darkroom.make(bytes.getBytes(), declared));
  }

  private static ImageFormat declared(RoutingContext context) {
    String type = context.request().getHeader("Content-Type");
    return ImageFormat.named(type == null ? "" : type.strip().toLowerCase(Locale.ROOT))
        .orElseThrow(() -> Refusal.of(415, FailureCode.MALFORMED));
  }
}
