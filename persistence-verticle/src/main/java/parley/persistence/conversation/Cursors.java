package parley.persistence.conversation;

import parley.contract.BusFailure;
import parley.contract.id.ConversationId;

/** Where a page ended, as text that means nothing to anybody else: its last conversation. */
final class Cursors {
  private Cursors() {}

  static String of(ConversationId last) {
    return last.toString();
  }

  /** {@code MALFORMED} for what {@link #of} never wrote. */
  static ConversationId conversation(String cursor) {
    try {
      return ConversationId.of(cursor);
    } catch (BusFailure refused) {
      throw BusFailure.malformed("after");
    }
  }
}
