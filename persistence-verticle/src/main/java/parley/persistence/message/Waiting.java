package parley.persistence.message;

import io.vertx.core.Promise;
import parley.contract.Deadline;
import parley.contract.message.AppendMessage;
import parley.contract.message.MessageAppended;

/** An append in the queue. Completed once, by the lane that it stands in. */
record Waiting(AppendMessage request, Deadline deadline, Promise<MessageAppended> answer) {
  /** An append that nobody has answered yet. */
  static Waiting of(AppendMessage request, Deadline deadline) {
    return new Waiting(request, deadline, Promise.promise());
  }
}
