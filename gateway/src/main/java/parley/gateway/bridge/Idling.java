package parley.gateway.bridge;

import io.vertx.core.Future;
import parley.contract.Caller;
import parley.contract.presence.IdleNoted;
import parley.contract.presence.NoteIdle;
import parley.gateway.presence.Attendance;

/** Answers {@code gateway.presence.idle}. */
final class Idling {
  private final Attendance attendance;

  Idling(Attendance attendance) {
    this.attendance = attendance;
  }

  Future<IdleNoted> note(Socket socket, NoteIdle request, Caller caller) {
    attendance.use(socket.visit, !request.idle());
    return Future.succeededFuture(new IdleNoted(request.idle()));
  }
}
