package parley.contract.account;

import java.util.regex.Pattern;
import parley.contract.Bounds;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What a person says about the moment: a text, an emoji, or both.")
public record Status(
    @Doc(value = "One line.", optional = true) @Bounds(most = MAX_TEXT) String text,
    @Doc(value = "One emoji.", optional = true) @Bounds(most = MAX_EMOJI) String emoji,
    @Doc(value = "When it is over and not shown any more; absent: it stays.", optional = true)
        @Bounds(least = 1, most = MAX_ENDS_AT)
        Long endsAt) {
  /** UTF-16 units. */
  public static final int MAX_TEXT = 80;

  /** UTF-16 units: an emoji may consist of many. */
  public static final int MAX_EMOJI = 40;

  /** The end of the year 9999. */
  public static final long MAX_ENDS_AT = 253_402_300_799_000L;

  /** What is seen as one character, and no letter, space or punctuation mark by itself. */
  private static final Pattern EMOJI =
      Pattern.compile("(?![\\p{L}\\p{M}\\p{P}\\p{Z}])(?![0-9]$)\\X");

  public Status {
    text = Check.optionalLine("text", text, MAX_TEXT);
    emoji = Check.optionalLine("emoji", emoji, MAX_EMOJI);
    if (emoji != null && !EMOJI.matcher(emoji).matches()) {
      throw BusFailure.malformed("emoji");
    }
    if (text == null && emoji == null) {
      throw BusFailure.malformed("text");
    }
    if (endsAt != null) {
      Check.within("endsAt", endsAt, 1, MAX_ENDS_AT);
    }
  }
}
