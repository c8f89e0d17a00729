package parley.persistence.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.relation.RelationOperations.CHANGE_RELATIONS;
import static parley.contract.relation.RelationOperations.FIND_RELATIONS;
import static parley.contract.relation.RelationOperations.READ_BONDS;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.FindSettings;
import parley.contract.account.Settings;
import parley.contract.account.SettingsOperations;
import parley.contract.account.SettingsStored;
import parley.contract.account.StoreSettings;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.DirectOperations;
import parley.contract.conversation.StoreDirect;
import parley.contract.feed.FeedId;
import parley.contract.feed.Item;
import parley.contract.feed.Range;
import parley.contract.feed.RelationItem;
import parley.contract.feed.SettingsItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.MessageOperations;
import parley.contract.presence.PresenceMode;
import parley.contract.relation.Bond;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.FindRelations;
import parley.contract.relation.ListRelations;
import parley.contract.relation.OpenTo;
import parley.contract.relation.ReadBonds;
import parley.contract.relation.RelationPage;
import parley.contract.relation.RelationState;
import parley.contract.relation.RelationStep;
import parley.contract.relation.RelationsChanged;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;

class RelationIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private final People people = PERSISTENCE.people();
  private final UserId ada = people.account();
  private final UserId grace = people.account();

  @Test
  void aRequestIsInBothFeedsAndAnAcceptanceToo() {
    RelationsChanged asked = request(ada, grace, "hello");
    RelationItem outgoing = asked.relations().get(0);
    assertEquals(RelationState.OUTGOING, outgoing.state());
    assertEquals("hello", outgoing.note());
    assertEquals(asked.ranges(), List.of(feed(ada), feed(grace)), "as it was announced");
    RelationItem incoming = (RelationItem) feed(grace).items().get(0);
    assertEquals(
        new RelationItem(1, ada, RelationState.INCOMING, false, "hello", outgoing.since()),
        incoming);
    assertEquals(List.of(), request(ada, grace, "again").ranges(), "a repeat changes nothing");
    RelationsChanged accepted = step(grace, ada, RelationStep.ACCEPT);
    assertEquals(accepted.ranges(), List.of(feedAfter(grace, 1), feedAfter(ada, 1)));
    assertEquals(RelationState.FRIENDS, accepted.relations().get(0).state());
    assertNull(accepted.relations().get(0).note());
    assertTrue(bond(ada, grace).friends());
    assertEquals(List.of(), step(grace, ada, RelationStep.ACCEPT).ranges());
  }

  @Test
  void twoWhoAskEachOtherAtOnceBecomeFriends() {
    try (RunningPersistence second = RunningPersistence.on(PERSISTENCE.uri())) {
      for (int round = 0; round < 10; round++) {
        UserId one = people.account();
        UserId other = people.account();
        List<Future<RelationsChanged>> attempts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
          attempts.add(PERSISTENCE.start(CHANGE_RELATIONS, asking(one, other, null)));
          attempts.add(second.start(CHANGE_RELATIONS, asking(other, one, null)));
        }
        attempts.forEach(RunningPersistence::await);
        assertTrue(bond(one, other).friends());
        assertEquals(2, feed(one).through());
        assertEquals(2, feed(other).through());
      }
    }
  }

  @Test
  void aBlockIsToldToWhoMadeItAlone() {
    RelationsChanged blocked = step(ada, grace, RelationStep.BLOCK);
    assertEquals(List.of(feed(ada)), blocked.ranges());
    assertEquals(List.of(grace), blocked.parted());
    assertEquals(0, feed(grace).through(), "nothing happened, as far as the other can see");
    assertEquals(List.of(), list(grace).relations());
    assertTrue(bond(ada, grace).blocked());
    assertTrue(bond(grace, ada).blocked());
    assertEquals(
        FailureCode.NOT_REACHABLE, PERSISTENCE.refusal(CHANGE_RELATIONS, asking(grace, ada, null)));
    assertEquals(List.of(), step(ada, grace, RelationStep.BLOCK).parted(), "once");
    step(ada, grace, RelationStep.UNBLOCK);
    assertEquals(List.of(), list(ada).relations());
    assertEquals(RelationState.OUTGOING, request(grace, ada, null).relations().get(0).state());
  }

  @Test
  void aBlockLooksToFriendsLikeTheEndOfTheFriendship() {
    befriend();
    step(ada, grace, RelationStep.BLOCK);
    RelationItem blocked = (RelationItem) last(feed(grace));
    UserId end = people.account();
    request(end, grace, null);
    step(grace, end, RelationStep.ACCEPT);
    step(end, grace, RelationStep.END);
    RelationItem ended = (RelationItem) last(feed(grace));
    assertEquals(new RelationItem(3, ada, RelationState.NONE, false, null, null), blocked);
    assertEquals(new RelationItem(6, end, RelationState.NONE, false, null, null), ended);
  }

  @Test
  void whatWasDecidedOnTheirConversationBeforeIsStale() {
    for (RelationStep step : List.of(RelationStep.END, RelationStep.BLOCK)) {
      UserId one = people.account();
      UserId other = people.account();
      request(one, other, null);
      step(other, one, RelationStep.ACCEPT);
      ConversationId direct = direct(one, other);
      people.say(other, direct, "before");
      step(one, other, step);
      assertEquals(
          FailureCode.STALE,
          PERSISTENCE.refusal(
              MessageOperations.APPEND_MESSAGE, People.message(other, direct, "after")));
      assertNotNull(people.standing(other, direct).bond());
    }
  }

  @Test
  void aConversationThatIsOpenedMeanwhileIsSeenOrTheStepIsStale() {
    try (RunningPersistence second = RunningPersistence.on(PERSISTENCE.uri())) {
      for (int round = 0; round < 10; round++) {
        UserId one = people.account();
        UserId other = people.account();
        var opening = second.start(DirectOperations.STORE_DIRECT, new StoreDirect(other, one));
        var blocking =
            PERSISTENCE.start(
                CHANGE_RELATIONS, new ChangeRelations(one, other, RelationStep.BLOCK));
        boolean stale = isStale(blocking);
        if (stale) {
          step(one, other, RelationStep.BLOCK);
        }
        ConversationId direct = idOf(opening);
        if (direct != null) {
          boolean before = people.standing(other, direct).policyVersion() == 2;
          assertTrue(before || bond(one, other).blocked());
        }
      }
    }
  }

  @Test
  void nobodyOpensAConversationWithWhoIsBlocked() {
    step(ada, grace, RelationStep.BLOCK);
    for (StoreDirect opening : List.of(new StoreDirect(ada, grace), new StoreDirect(grace, ada))) {
      assertEquals(
          FailureCode.NOT_REACHABLE, PERSISTENCE.refusal(DirectOperations.STORE_DIRECT, opening));
    }
  }

  @Test
  void declinesManyAtOnceAndPassesOverTheOthers() {
    List<UserId> asking = IntStream.range(0, 5).mapToObj(i -> people.account()).toList();
    asking.forEach(each -> request(each, ada, "hi"));
    List<UserId> named = new ArrayList<>(asking);
    named.addAll(List.of(grace, ada, new UserId(UUID.randomUUID())));
    RelationsChanged declined =
        PERSISTENCE.ask(
            CHANGE_RELATIONS, new ChangeRelations(ada, named, RelationStep.DECLINE, null));
    assertEquals(named.size(), declined.relations().size());
    assertTrue(declined.relations().stream().allMatch(each -> each.state() == RelationState.NONE));
    assertEquals(6, declined.ranges().size(), "one feed for each, and the own one");
    assertEquals(feedAfter(ada, 5), ofFeed(declined.ranges(), ada));
    assertEquals(List.of(), list(ada).relations());
    assertEquals(
        FailureCode.NOT_REACHABLE,
        PERSISTENCE.refusal(CHANGE_RELATIONS, asking(asking.get(0), ada, null)));
    assertEquals(
        RelationState.OUTGOING, request(ada, asking.get(0), null).relations().get(0).state());
  }

  @Test
  void refusesWhomNobodyKnows() {
    UserId nobody = new UserId(UUID.randomUUID());
    UserId room = new UserId(people.room(ada).value());
    for (UserId other : List.of(nobody, room, ada)) {
      assertRefused(FailureCode.NOT_REACHABLE, other, RelationStep.REQUEST);
      assertRefused(FailureCode.NOT_REACHABLE, other, RelationStep.BLOCK);
      assertRefused(FailureCode.NOT_FOUND, other, RelationStep.ACCEPT);
      for (RelationStep step :
          List.of(RelationStep.CANCEL, RelationStep.END, RelationStep.UNBLOCK)) {
        assertEquals(List.of(RelationItem.nothing(other)), step(ada, other, step).relations());
      }
    }
  }

  @Test
  void boundsOpenRequestsOfBothSides() throws Exception {
    UserId asked = people.account();
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      fill(probe, ada, "outgoing", Counts.MAX_OUTGOING - 1);
      fill(probe, asked, "incoming", Counts.MAX_INCOMING - 1);
    }
    request(ada, asked, null);
    assertRefused(FailureCode.TOO_MANY, grace, RelationStep.REQUEST);
    assertEquals(
        FailureCode.NOT_REACHABLE,
        PERSISTENCE.refusal(CHANGE_RELATIONS, asking(grace, asked, null)));
    step(ada, asked, RelationStep.CANCEL);
    request(ada, grace, null);
    request(people.account(), asked, null);
  }

  @Test
  void boundsAllRelations() throws Exception {
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      fill(probe, ada, "friends", Counts.MAX_RELATIONS);
    }
    assertRefused(FailureCode.TOO_MANY, grace, RelationStep.REQUEST);
    assertRefused(FailureCode.TOO_MANY, grace, RelationStep.BLOCK);
    assertEquals(
        FailureCode.NOT_REACHABLE, PERSISTENCE.refusal(CHANGE_RELATIONS, asking(grace, ada, null)));
  }

  @Test
  void listsInPagesWithTheHeadOfTheFeed() {
    List<UserId> others = IntStream.range(0, 5).mapToObj(i -> people.account()).toList();
    others.forEach(other -> request(ada, other, "note"));
    step(ada, others.get(0), RelationStep.CANCEL);
    step(ada, others.get(1), RelationStep.BLOCK);
    List<RelationItem> listed = new ArrayList<>();
    String after = null;
    do {
      RelationPage page =
          PERSISTENCE.ask(FIND_RELATIONS, new FindRelations(ada, new ListRelations(after, 2)));
      assertEquals(7, page.through());
      listed.addAll(page.relations());
      after = page.next();
    } while (after != null);
    List<Item> there =
        feed(ada).items().stream()
            .filter(item -> !((RelationItem) item).account().equals(others.get(0)))
            .toList();
    assertEquals(4, listed.size());
    assertTrue(listed.containsAll(there));
    assertEquals(
        FailureCode.MALFORMED,
        PERSISTENCE.refusal(
            FIND_RELATIONS, new FindRelations(ada, new ListRelations("elsewhere", 2))));
  }

  @Test
  void tellsWhatIsBetweenPeople() {
    UserId stranger = people.account();
    ConversationId room = people.room(ada);
    people.join(grace, room);
    open(grace, OpenTo.ROOMS);
    assertEquals(
        new Bond(grace, false, false, OpenTo.FRIENDS, OpenTo.ROOMS, true), bond(ada, grace));
    assertEquals(new Bond(ada, false, false, OpenTo.ROOMS, OpenTo.FRIENDS, true), bond(grace, ada));
    assertEquals(
        new Bond(stranger, false, false, OpenTo.FRIENDS, OpenTo.FRIENDS, false),
        bond(ada, stranger));
    direct(ada, stranger);
    assertEquals(false, bond(ada, stranger).shareRoom(), "a conversation of two is no room");
    UserId nobody = new UserId(UUID.randomUUID());
    assertEquals(
        List.of(), PERSISTENCE.ask(READ_BONDS, new ReadBonds(ada, List.of(nobody))).bonds());
  }

  @Test
  void aStandingInAConversationOfTwoTellsTheBond() {
    ConversationId direct = direct(ada, grace);
    assertEquals(bond(ada, grace), people.standing(ada, direct).bond());
    assertEquals(bond(grace, ada), people.standing(grace, direct).bond());
    people.join(grace, people.room(ada));
    assertEquals(false, people.standing(ada, direct).bond().shareRoom(), "decides nothing");
    open(grace, OpenTo.ROOMS);
    assertEquals(bond(ada, grace), people.standing(ada, direct).bond());
    assertTrue(people.standing(ada, direct).bond().shareRoom());
    assertNull(people.standing(people.account(), direct).bond());
    assertNull(people.standing(ada, people.room(ada)).bond());
  }

  @Test
  void thereIsNothingBetweenSomebodyAndADeletedAccount() throws Exception {
    befriend();
    ConversationId direct = direct(ada, grace);
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run(
          """
          update account set username = null, skeleton = null, display_name = null,
            password_hash = null, deleted_at = clock_timestamp() where id = '%s'
          """
              .formatted(grace));
    }
    assertEquals(
        List.of(), PERSISTENCE.ask(READ_BONDS, new ReadBonds(ada, List.of(grace))).bonds());
    assertNull(people.standing(ada, direct).bond());
  }

  @Test
  void settingsAreInTheFeedOnceTheyWereChosen() {
    assertEquals(
        new Settings(new SettingsItem(0, OpenTo.FRIENDS, PresenceMode.AUTO, false), 0),
        settings(ada));
    SettingsStored stored = open(ada, OpenTo.EVERYBODY);
    assertEquals(
        new SettingsItem(1, OpenTo.EVERYBODY, PresenceMode.AUTO, false),
        stored.settings().settings());
    assertEquals(stored.ranges(), List.of(feed(ada)));
    assertEquals(stored.settings(), settings(ada));
    assertEquals(List.of(), open(ada, OpenTo.EVERYBODY).ranges());
    assertEquals(
        FailureCode.FORBIDDEN,
        PERSISTENCE.refusal(
            SettingsOperations.STORE_SETTINGS,
            new StoreSettings(new UserId(UUID.randomUUID()), OpenTo.ROOMS, null, null)));
  }

  private void befriend() {
    request(ada, grace, null);
    step(grace, ada, RelationStep.ACCEPT);
  }

  /** Makes strangers and relations with them, as many as wanted, without their side. */
  private static void fill(Probe probe, UserId account, String state, int count) throws Exception {
    probe.run(
        """
        with made as (
          insert into feed (id, kind) select gen_random_uuid(), 'user' from generate_series(1, %d)
          returning id
        ), named as (
          insert into account
            (id, username, skeleton, skeleton_hash, display_name, password_hash)
          select id, left(md5(id::text), 30), id::text, md5(id::text), 'Filler', 'x'
          from made returning id
        )
        insert into relation (account, other, state, blocked, since, user_changed)
        select '%s', id, '%s', false, clock_timestamp(), 100000 + row_number() over () from made
        """
            .formatted(count, account, state));
  }

  private void assertRefused(FailureCode code, UserId other, RelationStep step) {
    assertEquals(
        code, PERSISTENCE.refusal(CHANGE_RELATIONS, new ChangeRelations(ada, other, step)));
  }

  private static RelationsChanged request(UserId who, UserId other, String note) {
    return PERSISTENCE.ask(CHANGE_RELATIONS, asking(who, other, note));
  }

  private static ChangeRelations asking(UserId who, UserId other, String note) {
    return new ChangeRelations(who, List.of(other), RelationStep.REQUEST, note);
  }

  private static RelationsChanged step(UserId who, UserId other, RelationStep step) {
    return PERSISTENCE.ask(CHANGE_RELATIONS, new ChangeRelations(who, other, step));
  }

  private static ConversationId direct(UserId one, UserId other) {
    return PERSISTENCE
        .ask(DirectOperations.STORE_DIRECT, new StoreDirect(one, other))
        .summary()
        .conversation();
  }

  private static Bond bond(UserId who, UserId other) {
    return PERSISTENCE.ask(READ_BONDS, new ReadBonds(who, List.of(other))).bonds().get(0);
  }

  private static RelationPage list(UserId account) {
    return PERSISTENCE.ask(
        FIND_RELATIONS, new FindRelations(account, new ListRelations(null, 200)));
  }

  private static SettingsStored open(UserId account, OpenTo to) {
    return PERSISTENCE.ask(
        SettingsOperations.STORE_SETTINGS, new StoreSettings(account, to, null, null));
  }

  private static Settings settings(UserId account) {
    return PERSISTENCE.ask(SettingsOperations.FIND_SETTINGS, new FindSettings(account));
  }

  private Range feed(UserId account) {
    return feedAfter(account, 0);
  }

  private Range feedAfter(UserId account, long after) {
    return people.read(FeedId.of(account), after, 100);
  }

  private static Item last(Range range) {
    return range.items().get(range.items().size() - 1);
  }

  private static Range ofFeed(List<Range> ranges, UserId account) {
    return ranges.stream()
        .filter(range -> range.feed().equals(FeedId.of(account)))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isStale(Future<RelationsChanged> blocking) {
    try {
      RunningPersistence.await(blocking);
      return false;
    } catch (BusFailure failure) {
      assertEquals(FailureCode.STALE, failure.code());
      return true;
    }
  }

  /** The conversation; null if it was refused because of the block. */
  private static ConversationId idOf(Future<ConversationChanged> opening) {
    try {
      return RunningPersistence.await(opening).summary().conversation();
    } catch (BusFailure failure) {
      assertEquals(FailureCode.NOT_REACHABLE, failure.code());
      return null;
    }
  }
}
