package parley.persistence.conversation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.contract.BusFailure;
import parley.contract.id.ConversationId;

/** Where a page ended, as text that means nothing to anybody else. */
final class Cursors {
  private static final Pattern ACTIVITY = Pattern.compile("(\\d{1,17})_([0-9a-f-]{36})");

  private Cursors() {}

  /** The last conversation of a page ordered by activity. */
  record Activity(OffsetDateTime at, UUID conversation) {}

  static String of(ConversationId room) {
    return room.toString();
  }

  static ConversationId room(String cursor) {
    try {
      return ConversationId.of(cursor);
    } catch (BusFailure refused) {
      throw BusFailure.malformed("after");
    }
  }

  static String of(Activity last) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, last.at().toInstant());
    return micros + "_" + last.conversation();
  }

  static Activity activity(String cursor) {
    Matcher matcher = ACTIVITY.matcher(cursor);
    if (!matcher.matches()) {
      throw BusFailure.malformed("after");
    }
    Instant at = Instant.EPOCH.plus(Long.parseLong(matcher.group(1)), ChronoUnit.MICROS);
    return new Activity(at.atOffset(ZoneOffset.UTC), room(matcher.group(2)).value());
  }
}
