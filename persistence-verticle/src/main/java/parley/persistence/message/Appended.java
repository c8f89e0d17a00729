package parley.persistence.message;

import parley.contract.BusFailure;
import parley.contract.message.MessageAppended;

/** How one append of a batch ended: stored (or found stored before), or refused. */
record Appended(MessageAppended message, BusFailure refusal) {
  static Appended stored(MessageAppended message) {
    return new Appended(message, null);
  }

  static Appended refused(BusFailure refusal) {
    return new Appended(null, refusal);
  }

  /** For a second append with the same ids: what the first got, but stored by that one. */
  Appended repeated() {
    return message == null ? this : stored(new MessageAppended(message.message(), true));
  }

  /** True if this append, and no earlier one, stored a row. */
  boolean isNew() {
    return message != null && !message.repeated();
  }
}
