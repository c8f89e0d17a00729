package parley.contract.presence;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NOT_REACHABLE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;
import parley.contract.Signal;
import parley.contract.Topic;
import parley.contract.feed.Subscribe;
import parley.contract.feed.Subscription;

/** Who is online, whom that concerns, and who may know. */
public final class PresenceOperations implements CatalogPart {
  /** Whom the caller may not watch is left out: not friends, blocked and unknown look the same. */
  public static final Operation<WatchPresence, PresenceWatched> WATCH_PRESENCE =
      Operation.named("gateway.presence.watch")
          .summary("Hear on this socket whether these accounts are there, and no others.")
          .request(WatchPresence.class)
          .reply(PresenceWatched.class)
          .callableFrom(BROWSER)
          .refusals(TOO_MANY);

  /** An account is away where none of its sockets is in use; a new one is. */
  public static final Operation<NoteIdle, IdleNoted> NOTE_IDLE =
      Operation.named("gateway.presence.idle")
          .summary("Say whether somebody uses the device of this socket.")
          .request(NoteIdle.class)
          .reply(IdleNoted.class)
          .callableFrom(BROWSER);

  public static final Operation<Subscribe, Subscription> AUTHORISE_PRESENCE =
      Operation.named("chat.presence.authorise")
          .summary("Whether the caller may know if an account is there.")
          .request(Subscribe.class)
          .reply(Subscription.class)
          .refusals(NOT_REACHABLE);

  public static final Operation<SelectVisible, VisibleAccounts> SELECT_VISIBLE =
      Operation.named("chat.presence.select")
          .summary("Of which accounts the caller may know if they are there.")
          .request(SelectVisible.class)
          .reply(VisibleAccounts.class);

  /** Reports of one roll take effect in the order of their numbers; older ones are ignored. */
  public static final Operation<ReportRoll, RollReported> REPORT_ROLL =
      Operation.named("presence.roll.report")
          .summary("Note who came to a gateway, how they are there, and who left it.")
          .request(ReportRoll.class)
          .reply(RollReported.class);

  public static final Operation<RenewWatches, WatchesRenewed> RENEW_WATCHES =
      Operation.named("presence.watch.renew")
          .summary("Tell this gateway of changes for a while, and now what is known.")
          .request(RenewWatches.class)
          .reply(WatchesRenewed.class);

  public static final Operation<ReadAppearances, Appearances> READ_APPEARANCES =
      Operation.named("persistence.appearance.read")
          .summary("How accounts want to appear; who is unknown is left out.")
          .request(ReadAppearances.class)
          .reply(Appearances.class);

  public static final Operation<ListAppearances, Appearances> LIST_APPEARANCES =
      Operation.named("persistence.appearance.changed")
          .summary(
              "Who lately chose to appear in another way: asked every second, should the signal be lost.")
          .request(ListAppearances.class)
          .reply(Appearances.class);

  /** Told at once, after the choice is committed. */
  public static final Signal<Appearance> APPEARANCE_CHANGED =
      new Signal<>(
          "appearance.changed", "Somebody chose how to appear to others.", Appearance.class);

  /** Told to the gateways that watch, each hears of its own accounts. */
  public static final Signal<PresenceChanged> PRESENCE_CHANGED =
      new Signal<>(
          "presence.changed",
          "Accounts that a gateway watches came, went, or are there in another way.",
          PresenceChanged.class);

  public static final Topic<Presence> PRESENCE_CHANGES =
      Topic.named("presence.{id}.changes")
          .summary("Whether an account is there; begins with what is known.")
          .carries(Presence.class)
          .newestOnly()
          .authorisedBy(AUTHORISE_PRESENCE);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        WATCH_PRESENCE,
        NOTE_IDLE,
        AUTHORISE_PRESENCE,
        SELECT_VISIBLE,
        REPORT_ROLL,
        RENEW_WATCHES,
        READ_APPEARANCES,
        LIST_APPEARANCES);
  }

  @Override
  public List<Topic<?>> topics() {
    return List.of(PRESENCE_CHANGES);
  }

  @Override
  public List<Signal<?>> signals() {
    return List.of(PRESENCE_CHANGED, APPEARANCE_CHANGED);
  }
}
