package parley.contract.conversation;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("How one member wants to have a conversation; nobody else knows.")
public record Preferences(
    @Doc("Whether it is put aside.") boolean archived,
    @Doc("Whether it is shown only when something is unread.") boolean hidden,
    @Doc("Whether it stands before the others.") boolean favourite,
    @Doc("What the member wants to be told of.") Alerts alerts,
    @Doc(
            value =
                "Until when the member wants to be told of nothing, in milliseconds since 1970.",
            optional = true)
        @Bounds(least = 0, most = MAX_MUTED_UNTIL)
        Long mutedUntil) {
  /** In milliseconds since 1970: the year 2100 is for ever. */
  public static final long MAX_MUTED_UNTIL = 4_102_444_800_000L;

  /** Of who never said anything else. */
  public static final Preferences DEFAULT = new Preferences(false, false, false, Alerts.ALL, null);

  public Preferences {
    Check.present("alerts", alerts);
    if (mutedUntil != null) {
      Check.within("mutedUntil", mutedUntil, 0, MAX_MUTED_UNTIL);
    }
  }
}
