package parley.chat.room;

import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationSummary;

/** What the caller sees of a room after a change. */
final class Summaries {
  private Summaries() {}

  /**
   * The room as a member sees it; {@link FailureCode#FORBIDDEN} to who repeats a request of long
   * ago and does not belong to the room any more.
   */
  static ConversationSummary of(ConversationChanged changed) {
    if (changed.summary() == null) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return changed.summary();
  }
}
