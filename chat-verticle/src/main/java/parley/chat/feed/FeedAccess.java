package parley.chat.feed;

import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

/** What can be told about access from names alone, before anything is read. */
final class FeedAccess {
  private FeedAccess() {}

  /** An account's feed is open to that account only; {@link FailureCode#FORBIDDEN} to others. */
  static void requireOwn(String account, UserId caller) {
    if (!caller.toString().equals(account)) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
  }

  /** The conversation with this id; {@link FailureCode#NOT_FOUND} for what cannot be an id. */
  static ConversationId conversation(String id) {
    try {
      return ConversationId.of(id);
    } catch (BusFailure malformed) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
  }
}
