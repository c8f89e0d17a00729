package parley.contract.account;

import parley.contract.Bounds;
import parley.contract.BusFailure;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What a person says about the moment: a text, an emoji, or both.")
public record Status(
    @Doc(value = "One line.", optional = true) @Bounds(most = MAX_TEXT) String text,
    @Doc(value = "One emoji.", optional = true) @Bounds(most = Check.MAX_EMOJI) String emoji,
    @Doc(value = "When it is over and not shown any more; absent: it stays.", optional = true)
        @Bounds(least = 1, most = MAX_ENDS_AT)
        Long endsAt) {
  /** UTF-16 units. */
  public static final int MAX_TEXT = 80;

  /** The end of the year 9999. */
  public static final long MAX_ENDS_AT = 253_402_300_799_000L;

  public Status {
    text = Check.optionalLine("text", text, MAX_TEXT);
    emoji = Check.optionalLine("emoji", emoji, Check.MAX_EMOJI);
    if (emoji != null) {
      Check.emoji("emoji", emoji);
    }
    if (text == null && emoji == null) {
      throw BusFailure.malformed("text");
    }
    if (endsAt != null) {
      Check.within("endsAt", endsAt, 1, MAX_ENDS_AT);
    }
  }
}
