package parley.persistence.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static parley.contract.link.LinkOperations.DELETE_LINK;
import static parley.contract.link.LinkOperations.FIND_LINK;
import static parley.contract.link.LinkOperations.FIND_LINKS;
import static parley.contract.link.LinkOperations.STORE_LINK;
import static parley.contract.link.LinkOperations.TAKE_LINK;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;
import parley.contract.id.UserId;
import parley.contract.link.CreateLink;
import parley.contract.link.FindLink;
import parley.contract.link.Link;
import parley.contract.link.Links;
import parley.contract.link.ListLinks;
import parley.contract.link.RevokeLink;
import parley.contract.link.StoreLink;
import parley.contract.link.StoredLink;
import parley.contract.link.TakeLink;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;
import parley.persistence.RunningPersistence;

class LinkIT {
  private static final String HASH = "bxFl8uS2LCE0hPw1ewMPjPTUeLkg5pUQRrSBpc3FfzA";

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private static final People PEOPLE = PERSISTENCE.people();

  private final UserId owner = PEOPLE.account();
  private final ConversationId group = PEOPLE.group(owner);

  @Test
  void isStoredOnceAndListedUntilItIsDeleted() {
    StoreLink request = link(5);
    Link stored = PERSISTENCE.ask(STORE_LINK, request).link();
    assertEquals(5, stored.usesLeft());
    assertEquals(stored, PERSISTENCE.ask(STORE_LINK, request).link(), "a repeat");
    assertEquals(List.of(stored), listed());
    StoredLink found = PERSISTENCE.ask(FIND_LINK, new FindLink(stored.link()));
    assertEquals(
        new StoredLink(group, HASH, true, ConversationKind.GROUP, "Group", 1, null), found);
    RevokeLink elsewhere = new RevokeLink(PEOPLE.room(), stored.link());
    PERSISTENCE.ask(DELETE_LINK, elsewhere);
    assertEquals(List.of(stored), listed(), "it leads elsewhere");
    PERSISTENCE.ask(DELETE_LINK, new RevokeLink(group, stored.link()));
    PERSISTENCE.ask(DELETE_LINK, new RevokeLink(group, stored.link()));
    assertEquals(List.of(), listed());
    assertEquals(
        FailureCode.NOT_FOUND, PERSISTENCE.refusal(FIND_LINK, new FindLink(stored.link())));
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(TAKE_LINK, take(request, stranger())));
  }

  @Test
  void isRefusedForAnIdInUseAnOldDecisionAndBeyondTheBound() {
    StoreLink first = link(1);
    PERSISTENCE.ask(STORE_LINK, first);
    StoreLink foreign = new StoreLink(PEOPLE.account(), first.link(), 1);
    assertEquals(FailureCode.FORBIDDEN, PERSISTENCE.refusal(STORE_LINK, foreign));
    for (int i = 1; i < Links.MAX; i++) {
      PERSISTENCE.ask(STORE_LINK, link(1));
    }
    assertEquals(FailureCode.TOO_MANY, PERSISTENCE.refusal(STORE_LINK, link(1)));
    assertEquals(Links.MAX, listed().size());
    PEOPLE.change(PEOPLE.joined(group), group, MemberState.REMOVED);
    assertEquals(FailureCode.STALE, PERSISTENCE.refusal(STORE_LINK, first));
  }

  @Test
  void letsInExactlySoManyHoweverManyComeAtOnce() {
    StoreLink link = link(3);
    PERSISTENCE.ask(STORE_LINK, link);
    List<Future<ConversationChanged>> comers = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      comers.add(PERSISTENCE.start(TAKE_LINK, take(link, PEOPLE.account())));
    }
    RunningPersistence.await(Future.join(comers).otherwiseEmpty());
    assertEquals(3, comers.stream().filter(Future::succeeded).count());
    assertEquals(
        List.of(FailureCode.NOT_FOUND),
        comers.stream()
            .filter(Future::failed)
            .map(RunningPersistence::refusal)
            .distinct()
            .toList());
    assertEquals(4, PEOPLE.join(owner, group).summary().memberCount());
    StoredLink found = PERSISTENCE.ask(FIND_LINK, new FindLink(link.link().link()));
    assertFalse(found.good());
  }

  @Test
  void costsWhoBelongsToItNothing() {
    StoreLink link = link(1);
    PERSISTENCE.ask(STORE_LINK, link);
    UserId comer = PEOPLE.account();
    assertEquals(2, PERSISTENCE.ask(TAKE_LINK, take(link, comer)).ranges().size());
    ConversationChanged again = PERSISTENCE.ask(TAKE_LINK, take(link, comer));
    assertEquals(List.of(), again.ranges());
    assertEquals(group, again.summary().conversation());
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(TAKE_LINK, take(link, stranger())));
  }

  @Test
  void isGoodUntilItExpiresAndThenMakesRoomForAnother() throws Exception {
    StoreLink link = link(1);
    PERSISTENCE.ask(STORE_LINK, link);
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.number(
          "with gone as (update conversation_link set expires_at = clock_timestamp() where id = '"
              + link.link().link()
              + "' returning 1) select count(*) from gone");
      assertEquals(List.of(), listed());
      FindLink question = new FindLink(link.link().link());
      assertFalse(PERSISTENCE.ask(FIND_LINK, question).good());
      assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(TAKE_LINK, take(link, stranger())));
      PERSISTENCE.ask(STORE_LINK, link(1));
      assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(FIND_LINK, question), "pruned");
    }
    assertEquals(1, listed().size());
  }

  private UserId stranger() {
    return PEOPLE.account();
  }

  private List<Link> listed() {
    return PERSISTENCE.ask(FIND_LINKS, new ListLinks(group)).links();
  }

  private StoreLink link(int uses) {
    LinkId id = new LinkId(UUID.randomUUID());
    return new StoreLink(owner, new CreateLink(id, group, HASH, 24, uses), 1);
  }

  private TakeLink take(StoreLink link, UserId account) {
    return new TakeLink(link.link().link(), group, account, 1);
  }
}
