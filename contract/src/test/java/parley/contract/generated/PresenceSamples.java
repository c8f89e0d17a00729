package parley.contract.generated;

import java.util.List;
import parley.contract.id.GatewayId;
import parley.contract.id.RollId;
import parley.contract.presence.Appearance;
import parley.contract.presence.Appearances;
import parley.contract.presence.IdleNoted;
import parley.contract.presence.ListAppearances;
import parley.contract.presence.NoteIdle;
import parley.contract.presence.Presence;
import parley.contract.presence.PresenceChange;
import parley.contract.presence.PresenceChanged;
import parley.contract.presence.PresenceMode;
import parley.contract.presence.PresenceState;
import parley.contract.presence.PresenceWatched;
import parley.contract.presence.ReadAppearances;
import parley.contract.presence.RenewWatches;
import parley.contract.presence.ReportRoll;
import parley.contract.presence.RollEntry;
import parley.contract.presence.RollReported;
import parley.contract.presence.SelectVisible;
import parley.contract.presence.VisibleAccounts;
import parley.contract.presence.WatchPresence;
import parley.contract.presence.WatchesRenewed;

/** Samples about who is online. */
final class PresenceSamples {
  private static final GatewayId GATEWAY = GatewayId.of("0191b5a0-0000-4000-8000-0000000000f1");
  private static final RollId ROLL = RollId.of("0191b5a0-0000-4000-8000-0000000000f2");
  private static final Presence ADA = new Presence(Samples.ADA, PresenceState.ONLINE);

  private static final Presence GRACE =
      new Presence(Samples.GRACE, PresenceState.OFFLINE, 1_790_000_000_000L);

  private static final RollEntry ENTRY = new RollEntry(Samples.ADA, PresenceState.AWAY, 5);

  private static final Appearance APPEARANCE =
      new Appearance(Samples.ADA, PresenceMode.INVISIBLE, true, 5);

  private PresenceSamples() {}

  static List<Record> all() {
    return List.of(
        ADA,
        APPEARANCE,
        new ReadAppearances(List.of(Samples.ADA)),
        new ListAppearances(10_000),
        new Appearances(List.of(APPEARANCE)),
        new WatchPresence(List.of(Samples.ADA, Samples.GRACE)),
        new PresenceWatched(List.of(Samples.ADA)),
        new SelectVisible(List.of(Samples.ADA, Samples.GRACE)),
        new VisibleAccounts(List.of(Samples.ADA)),
        new NoteIdle(true),
        new IdleNoted(true),
        ENTRY,
        new ReportRoll(ROLL, 2, 15_000, List.of(ENTRY), List.of(Samples.GRACE)),
        new RollReported(true, 1),
        new RenewWatches(GATEWAY, 30_000, List.of(Samples.ADA)),
        new WatchesRenewed(List.of(ADA, GRACE)),
        new PresenceChange(ADA, 1_790_000_000_000_000L),
        new PresenceChanged(List.of(new PresenceChange(ADA, 1_790_000_000_000_000L))));
  }
}
