package parley.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.chat.ChatRig.ADA;
import static parley.chat.ChatRig.ADA_RANGE;
import static parley.chat.ChatRig.GRACE;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.Operation;
import parley.contract.account.Appear;
import parley.contract.account.FindSettings;
import parley.contract.account.OpenAccount;
import parley.contract.account.ReadSettings;
import parley.contract.account.Settings;
import parley.contract.account.SettingsOperations;
import parley.contract.account.SettingsStored;
import parley.contract.account.ShareLastSeen;
import parley.contract.account.StoreSettings;
import parley.contract.feed.RelationItem;
import parley.contract.feed.SettingsItem;
import parley.contract.id.UserId;
import parley.contract.presence.Appearance;
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
import parley.contract.relation.ReadReach;
import parley.contract.relation.RelationEnded;
import parley.contract.relation.RelationOperations;
import parley.contract.relation.RelationPage;
import parley.contract.relation.RelationState;
import parley.contract.relation.RelationStep;
import parley.contract.relation.Relations;
import parley.contract.relation.RelationsChanged;
import parley.contract.relation.RequestFriend;
import parley.contract.relation.UnblockPerson;

class RelationsTest {
  private static final RelationItem RELATION =
      new RelationItem(2, GRACE, RelationState.FRIENDS, false, null, 5L);
  private static final Settings SETTINGS =
      new Settings(new SettingsItem(3, OpenTo.ROOMS, PresenceMode.AUTO, false), 3);
  private ChatRig rig;

  @BeforeEach
  void start() throws Exception {
    rig = ChatRig.withPersistence();
    changes(List.of());
    bond(false);
  }

  @AfterEach
  void stop() throws Exception {
    rig.close();
  }

  @Test
  void takesTheStepOfTheCallerAndAnnouncesItFirst() throws Exception {
    assertStep(
        RelationOperations.ACCEPT_FRIEND, new AcceptFriend(GRACE), RelationStep.ACCEPT, null);
    assertStep(
        RelationOperations.REQUEST_FRIEND,
        new RequestFriend(GRACE, "hello"),
        RelationStep.REQUEST,
        "hello");
    assertStep(
        RelationOperations.DECLINE_REQUESTS,
        new DeclineRequests(List.of(GRACE)),
        RelationStep.DECLINE,
        null);
    assertStep(
        RelationOperations.CANCEL_REQUEST, new CancelRequest(GRACE), RelationStep.CANCEL, null);
    assertStep(RelationOperations.END_FRIENDSHIP, new EndFriendship(GRACE), RelationStep.END, null);
    assertStep(RelationOperations.BLOCK_PERSON, new BlockPerson(GRACE), RelationStep.BLOCK, null);
    assertStep(
        RelationOperations.UNBLOCK_PERSON, new UnblockPerson(GRACE), RelationStep.UNBLOCK, null);
    assertTrue(rig.placeOf(String.class) < rig.placeOf(Relations.class), "announced first");
    assertEquals(0, rig.countOf(RelationEnded.class));
  }

  @Test
  void tellsGatewaysWhoPartedAndTellsThemBeforeTheAnswer() throws Exception {
    changes(List.of(GRACE));
    rig.ask(RelationOperations.BLOCK_PERSON, new BlockPerson(GRACE), ADA);
    assertTrue(rig.onTheBus.contains(new RelationEnded(ADA, GRACE)));
    assertTrue(rig.placeOf(RelationEnded.class) < rig.placeOf(Relations.class));
  }

  @Test
  void nobodyAsksWhoIsBlockedUnknownOrOneself() throws Exception {
    bond(true);
    assertNotReachable(GRACE);
    rig.persistence.answers(RelationOperations.READ_BONDS, request -> new Bonds(List.of()));
    assertNotReachable(GRACE);
    bond(false);
    assertNotReachable(ADA);
    assertEquals(List.of(), rig.persistence.asked(ChangeRelations.class));
  }

  @Test
  void decidesAgainWhereTheConversationCameToBeMeanwhile() throws Exception {
    AtomicInteger asked = new AtomicInteger();
    rig.persistence.answers(
        RelationOperations.CHANGE_RELATIONS,
        request -> {
          if (asked.incrementAndGet() == 1) {
            throw BusFailure.of(FailureCode.STALE);
          }
          return new RelationsChanged(List.of(RELATION), List.of(ADA_RANGE), List.of(GRACE));
        });
    rig.ask(RelationOperations.BLOCK_PERSON, new BlockPerson(GRACE), ADA);
    assertEquals(2, asked.get());
  }

  @Test
  void tellsWhetherTwoCanWriteAndNotWhyNot() throws Exception {
    ReadReach question = new ReadReach(GRACE);
    Bond friends = new Bond(GRACE, true, false, OpenTo.FRIENDS, OpenTo.FRIENDS, false);
    rig.persistence.answers(RelationOperations.READ_BONDS, request -> new Bonds(List.of(friends)));
    assertEquals(new Reach(GRACE, true), rig.ask(RelationOperations.READ_REACH, question, ADA));
    bond(true);
    assertEquals(new Reach(GRACE, false), rig.ask(RelationOperations.READ_REACH, question, ADA));
    rig.persistence.answers(RelationOperations.READ_BONDS, request -> new Bonds(List.of()));
    assertEquals(new Reach(GRACE, false), rig.ask(RelationOperations.READ_REACH, question, ADA));
  }

  @Test
  void listsTheCallersOwn() throws Exception {
    RelationPage page = new RelationPage(List.of(RELATION), null, 9);
    rig.persistence.answers(RelationOperations.FIND_RELATIONS, request -> page);
    ListRelations question = new ListRelations(null, 50);
    assertEquals(page, rig.ask(RelationOperations.LIST_RELATIONS, question, ADA));
    assertEquals(
        List.of(new FindRelations(ADA, question)), rig.persistence.asked(FindRelations.class));
  }

  @Test
  void settingsAreTheCallersOwn() throws Exception {
    rig.persistence.answers(
        SettingsOperations.STORE_SETTINGS,
        request -> new SettingsStored(SETTINGS, List.of(ADA_RANGE)));
    rig.persistence.answers(SettingsOperations.FIND_SETTINGS, request -> SETTINGS);
    assertEquals(
        SETTINGS, rig.ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.ROOMS), ADA));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(Settings.class), "announced first");
    assertEquals(SETTINGS, rig.ask(SettingsOperations.READ_SETTINGS, new ReadSettings(), ADA));
    assertEquals(
        List.of(new StoreSettings(ADA, OpenTo.ROOMS, null, null)),
        rig.persistence.asked(StoreSettings.class));
    assertEquals(List.of(new FindSettings(ADA)), rig.persistence.asked(FindSettings.class));
  }

  @Test
  void howSomebodyAppearsIsToldOnceItIsKept() throws Exception {
    SettingsItem busy = new SettingsItem(4, OpenTo.ROOMS, PresenceMode.BUSY, true);
    Settings kept = new Settings(busy, 4);
    rig.persistence.answers(
        SettingsOperations.STORE_SETTINGS, request -> new SettingsStored(kept, List.of(ADA_RANGE)));
    assertEquals(kept, rig.ask(SettingsOperations.APPEAR, new Appear(PresenceMode.BUSY), ADA));
    assertEquals(
        List.of(new StoreSettings(ADA, null, PresenceMode.BUSY, null)),
        rig.persistence.asked(StoreSettings.class));
    assertEquals(
        List.of(new Appearance(ADA, PresenceMode.BUSY, true, 4)), rig.bodies(Appearance.class));
    assertTrue(rig.placeOf(SettingsStored.class) < rig.placeOf(Appearance.class));
    assertTrue(rig.placeOf(String.class) < rig.placeOf(Settings.class), "announced first");
    assertEquals(kept, rig.ask(SettingsOperations.SHARE_LAST_SEEN, new ShareLastSeen(true), ADA));
    assertEquals(
        new StoreSettings(ADA, null, null, true),
        rig.persistence.asked(StoreSettings.class).get(1));
    assertEquals(2, rig.bodies(Appearance.class).size());
  }

  @Test
  void tellsGatewaysWhoIsOpenToFewerPeople() throws Exception {
    SettingsStored stored = new SettingsStored(SETTINGS, List.of(ADA_RANGE));
    rig.persistence.answers(SettingsOperations.STORE_SETTINGS, request -> stored);
    rig.ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.EVERYBODY), ADA);
    assertEquals(0, rig.countOf(ReachNarrowed.class), "nobody is kept from anything");
    rig.ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.FRIENDS), ADA);
    assertTrue(rig.onTheBus.contains(new ReachNarrowed(ADA)));
    SettingsStored same = new SettingsStored(SETTINGS, List.of());
    rig.persistence.answers(SettingsOperations.STORE_SETTINGS, request -> same);
    rig.ask(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.FRIENDS), ADA);
    assertEquals(1, rig.countOf(ReachNarrowed.class), "what is so already");
  }

  @Test
  void nobodyIsAnybodyWithoutAnAccount() {
    assertForbidden(RelationOperations.REQUEST_FRIEND, new RequestFriend(GRACE, null));
    assertForbidden(RelationOperations.BLOCK_PERSON, new BlockPerson(GRACE));
    assertForbidden(RelationOperations.LIST_RELATIONS, new ListRelations(null, 1));
    assertForbidden(SettingsOperations.OPEN_ACCOUNT, new OpenAccount(OpenTo.EVERYBODY));
    assertForbidden(SettingsOperations.APPEAR, new Appear(PresenceMode.AUTO));
    assertForbidden(SettingsOperations.SHARE_LAST_SEEN, new ShareLastSeen(true));
    assertForbidden(SettingsOperations.READ_SETTINGS, new ReadSettings());
  }

  private <Q> void assertStep(
      Operation<Q, Relations> operation, Q request, RelationStep step, String note)
      throws Exception {
    assertEquals(new Relations(List.of(RELATION)), rig.ask(operation, request, ADA));
    List<ChangeRelations> asked = rig.persistence.asked(ChangeRelations.class);
    assertEquals(new ChangeRelations(ADA, List.of(GRACE), step, note), asked.get(asked.size() - 1));
  }

  private void assertNotReachable(UserId account) {
    rig.assertRefused(
        FailureCode.NOT_REACHABLE,
        RelationOperations.REQUEST_FRIEND,
        new RequestFriend(account, null),
        ADA);
  }

  private <Q> void assertForbidden(Operation<Q, ?> operation, Q request) {
    rig.assertRefused(FailureCode.FORBIDDEN, operation, request, null);
  }

  private void changes(List<UserId> parted) {
    rig.persistence.answers(
        RelationOperations.CHANGE_RELATIONS,
        request -> new RelationsChanged(List.of(RELATION), List.of(ADA_RANGE), parted));
  }

  private void bond(boolean blocked) {
    rig.persistence.answers(
        RelationOperations.READ_BONDS,
        request ->
            new Bonds(
                List.of(new Bond(GRACE, false, blocked, OpenTo.FRIENDS, OpenTo.FRIENDS, false))));
  }
}
