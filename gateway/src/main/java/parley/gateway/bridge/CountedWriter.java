package parley.gateway.bridge;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.handler.sockjs.SockJSSocket;
import parley.gateway.delivery.Frame;

/**
 * Writes to one socket and knows how many bytes have not left yet. The bridge and Vert.x queue
 * without bound; this is the bound. Raw sockets get binary frames as the stock bridge writes them,
 * SockJS-framed ones text.
 *
 * <p>One write at a time is listened to; when it has left, everything before it has, too.
 */
final class CountedWriter {
  private final SockJSSocket socket;
  private final boolean framed;
  private final int cap;
  private long written;
  private long left;
  private Future<Void> last;
  private boolean listening;

  CountedWriter(SockJSSocket socket, boolean framed, int cap) {
    this.socket = socket;
    this.framed = framed;
    this.cap = cap;
  }

  /** False, and nothing is written, if more than the cap waits already. */
  boolean write(Frame frame) {
    return waiting() <= cap
        && count(
            framed ? socket.write(frame.text()) : socket.write(frame.bytes()),
            frame.bytes().length());
  }

  /** False, and nothing is written, if more than the cap waits already. */
  boolean write(String json) {
    if (waiting() > cap) {
      return false;
    }
    if (framed) {
      return count(socket.write(json), json.length());
    }
    Buffer bytes = Buffer.buffer(json);
    return count(socket.write(bytes), bytes.length());
  }

  /** Bytes that were written and have not left. */
  long waiting() {
    return written - left;
  }

  private boolean count(Future<Void> write, int bytes) {
    written += bytes;
    last = write;
    if (!listening) {
      listen();
    }
    return true;
  }

  private void listen() {
    listening = true;
    long mark = written;
    Future<Void> listened = last;
    listened.onComplete(
        done -> {
          left = mark;
          listening = false;
          if (last != listened) {
            listen();
          }
        });
  }
}
