package parley.launcher.delivery;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** A line of a journal. {@code at} is the machine's clock in milliseconds since 1970. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "entry")
@JsonSubTypes({
  @JsonSubTypes.Type(Entry.Connected.class),
  @JsonSubTypes.Type(Entry.Closed.class),
  @JsonSubTypes.Type(Entry.Begun.class),
  @JsonSubTypes.Type(Entry.Resumed.class),
  @JsonSubTypes.Type(Entry.Heard.class),
  @JsonSubTypes.Type(Entry.Applied.class),
  @JsonSubTypes.Type(Entry.Held.class),
  @JsonSubTypes.Type(Entry.Sent.class),
  @JsonSubTypes.Type(Entry.Acknowledged.class),
  @JsonSubTypes.Type(Entry.Postponed.class),
  @JsonSubTypes.Type(Entry.Refused.class),
  @JsonSubTypes.Type(Entry.Changed.class),
  @JsonSubTypes.Type(Entry.Unchanged.class),
  @JsonSubTypes.Type(Entry.Ended.class)
})
sealed interface Entry {
  long at();

  /** How a range came: by itself, with the answer to a resume, or with that to a read. */
  enum Way {
    LIVE,
    RESUMED,
    READ
  }

  /** A socket is open to the gateway at this port. */
  record Connected(long at, int port) implements Entry {}

  /** The socket is gone; 1006 if the other end did not say why. */
  record Closed(long at, int code) implements Entry {}

  /**
   * A feed is read from here on; what changed last before is not known, but for these items.
   *
   * @param position as of the newest page of history
   * @param items of that page
   */
  record Begun(long at, String feed, long position, List<Note> items) implements Entry {}

  /**
   * The answer to a resume.
   *
   * @param head where listening began; null with a failure
   * @param failure null without one
   */
  record Resumed(long at, String feed, Long head, String failure) implements Entry {}

  /**
   * A range arrived.
   *
   * @param number counts what this journal heard, from 1
   */
  record Heard(
      long at, long number, Way way, String feed, long after, long through, List<Note> items)
      implements Entry {}

  /**
   * A range was applied.
   *
   * @param number of the range
   * @param position of the feed from then on
   */
  record Applied(long at, long number, String feed, long position) implements Entry {}

  /** A range came too early and waits for those before it. */
  record Held(long at, long number, String feed, long position) implements Entry {}

  /**
   * A message left.
   *
   * @param attempt from 1 on
   */
  record Sent(long at, String conversation, String clientId, int attempt) implements Entry {}

  /** It is stored, says the server. */
  record Acknowledged(long at, String conversation, String clientId, long posted)
      implements Entry {}

  /** Nothing definite was said; it will be sent again under the same id. */
  record Postponed(long at, String conversation, String clientId, String failure)
      implements Entry {}

  /** It is not stored, says the server of this attempt. */
  record Refused(long at, String conversation, String clientId, String failure, int attempt)
      implements Entry {}

  /**
   * An own message says something else, says the server.
   *
   * @param said what it says now, {@link Note#DELETED} if it was deleted
   */
  record Changed(long at, String conversation, long posted, String clientId, String said)
      implements Entry {}

  /**
   * An own message was not changed, says the server of this attempt.
   *
   * @param said what it was to say
   */
  record Unchanged(
      long at,
      String conversation,
      long posted,
      String clientId,
      String said,
      String failure,
      int attempt)
      implements Entry {}

  /**
   * The client was told to end.
   *
   * @param unsent messages about which nothing definite is known
   */
  record Ended(long at, int unsent) implements Entry {}
}
