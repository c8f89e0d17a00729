package parley.contract.generated;

import java.util.List;
import parley.contract.account.Appear;
import parley.contract.account.FindSettings;
import parley.contract.account.OpenAccount;
import parley.contract.account.ReadSettings;
import parley.contract.account.Settings;
import parley.contract.account.SettingsStored;
import parley.contract.account.ShareLastSeen;
import parley.contract.account.StoreSettings;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.feed.RelationItem;
import parley.contract.feed.SettingsItem;
import parley.contract.presence.PresenceMode;
import parley.contract.relation.AcceptFriend;
import parley.contract.relation.BlockPerson;
import parley.contract.relation.Bond;
import parley.contract.relation.Bonds;
import parley.contract.relation.CancelRequest;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.DeclineRequests;
import parley.contract.relation.EndFriendship;
import parley.contract.relation.FindRelations;
import parley.contract.relation.ListRelations;
import parley.contract.relation.OpenTo;
import parley.contract.relation.Reach;
import parley.contract.relation.ReachNarrowed;
import parley.contract.relation.ReadBonds;
import parley.contract.relation.ReadReach;
import parley.contract.relation.RelationEnded;
import parley.contract.relation.RelationPage;
import parley.contract.relation.RelationState;
import parley.contract.relation.RelationStep;
import parley.contract.relation.Relations;
import parley.contract.relation.RelationsChanged;
import parley.contract.relation.RequestFriend;
import parley.contract.relation.UnblockPerson;

/** Samples about how people stand to each other, and about what they choose. */
final class RelationSamples {
  static final Bond BOND =
      new Bond(Samples.GRACE, true, false, OpenTo.FRIENDS, OpenTo.EVERYBODY, true);
  private static final String NOTE = "We met at the engine.";
  private static final RelationItem RELATION =
      new RelationItem(4, Samples.GRACE, RelationState.OUTGOING, false, NOTE, 1_767_225_600_123L);
  private static final SettingsItem SETTINGS =
      new SettingsItem(5, OpenTo.ROOMS, PresenceMode.BUSY, true);
  private static final FeedId FEED = FeedId.of(Samples.ADA);
  private static final ListRelations LIST = new ListRelations("Y3Vyc29y", 50);

  private RelationSamples() {}

  static List<Record> all() {
    return List.of(
        RELATION,
        SETTINGS,
        new RequestFriend(Samples.GRACE, NOTE),
        new AcceptFriend(Samples.GRACE),
        new DeclineRequests(List.of(Samples.GRACE)),
        new CancelRequest(Samples.GRACE),
        new EndFriendship(Samples.GRACE),
        new BlockPerson(Samples.GRACE),
        new UnblockPerson(Samples.GRACE),
        new Relations(List.of(RELATION)),
        LIST,
        new RelationPage(List.of(RELATION), "Y3Vyc29y", 12),
        new FindRelations(Samples.ADA, LIST),
        new ChangeRelations(Samples.ADA, List.of(Samples.GRACE), RelationStep.REQUEST, NOTE),
        new RelationsChanged(
            List.of(RELATION),
            List.of(new Range(FEED, 3, 4, List.of(RELATION))),
            List.of(Samples.GRACE)),
        new ReadReach(Samples.GRACE),
        new Reach(Samples.GRACE, true),
        new ReadBonds(Samples.ADA, List.of(Samples.GRACE)),
        BOND,
        new Bonds(List.of(BOND)),
        new RelationEnded(Samples.ADA, Samples.GRACE),
        new ReachNarrowed(Samples.ADA),
        new OpenAccount(OpenTo.ROOMS),
        new ReadSettings(),
        new Settings(SETTINGS, 12),
        new Appear(PresenceMode.INVISIBLE),
        new ShareLastSeen(true),
        new StoreSettings(Samples.ADA, OpenTo.ROOMS, PresenceMode.BUSY, true),
        new FindSettings(Samples.ADA),
        new SettingsStored(
            new Settings(SETTINGS, 5), List.of(new Range(FEED, 4, 5, List.of(SETTINGS)))));
  }
}
