package parley.contract.presence;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.Signal;

/** Who is online, whom that concerns, and who may know. */
public final class PresenceOperations implements CatalogPart {
  /** Reports of one roll take effect in the order of their numbers; older ones are ignored. */
  public static final Operation<ReportRoll, RollReported> REPORT_ROLL =
      Operation.named("presence.roll.report")
          .summary("Note who came to a gateway and who left it.")
          .request(ReportRoll.class)
          .reply(RollReported.class);

  public static final Operation<RenewWatches, WatchesRenewed> RENEW_WATCHES =
      Operation.named("presence.watch.renew")
          .summary("Tell this gateway of changes for a while, and now what is known.")
          .request(RenewWatches.class)
          .reply(WatchesRenewed.class);

  /** Told to the gateways that watch, each hears of its own accounts. */
  public static final Signal<PresenceChanged> PRESENCE_CHANGED =
      new Signal<>(
          "presence.changed",
          "Accounts that a gateway watches came or went.",
          PresenceChanged.class);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(REPORT_ROLL, RENEW_WATCHES);
  }

  @Override
  public List<Signal<?>> signals() {
    return List.of(PRESENCE_CHANGED);
  }
}
