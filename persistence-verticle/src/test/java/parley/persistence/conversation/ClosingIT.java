package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;
import static parley.contract.conversation.RoomOperations.CHANGE_MEMBERSHIP;
import static parley.contract.conversation.RoomOperations.FIND_ROOMS;
import static parley.contract.conversation.RoomOperations.STORE_ROOM;
import static parley.contract.link.LinkOperations.FIND_LINK;
import static parley.contract.link.LinkOperations.STORE_LINK;
import static parley.contract.link.LinkOperations.TAKE_LINK;
import static parley.persistence.RunningPersistence.await;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.account.DeleteAccount;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomSummary;
import parley.contract.conversation.Standing;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;
import parley.contract.id.UserId;
import parley.contract.link.CreateLink;
import parley.contract.link.FindLink;
import parley.contract.link.StoreLink;
import parley.contract.link.TakeLink;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.RunningPersistence;
import parley.testkit.bridge.Await;

class ClosingIT {
  private static final String HASH = "bxFl8uS2LCE0hPw1ewMPjPTUeLkg5pUQRrSBpc3FfzA";

  @RegisterExtension
  static final PersistenceExtension PERSISTENCE = PersistenceExtension.instances(2);

  private static final People PEOPLE = PERSISTENCE.people();

  private final UserId ada = PEOPLE.account();
  private final UserId grace = PEOPLE.account();
  private final LinkId link = new LinkId(UUID.randomUUID());

  @Test
  void theLastOneClosesARoomForEver() {
    String name = "Room " + UUID.randomUUID();
    ConversationId room = new ConversationId(UUID.randomUUID());
    PERSISTENCE.ask(STORE_ROOM, People.room(room, ada, name));
    PEOPLE.say(ada, room, "alone at last");
    link(room);
    assertTrue(listed(name), "in the directory");

    leaves(ada, room, MemberState.LEFT);

    assertFalse(listed(name), "in the directory");
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(FIND_LINK, new FindLink(link)));
    long policy = PEOPLE.standing(ada, room).policyVersion();
    assertEquals(2, policy, "a decision to let somebody in is void");
    for (UserId account : List.of(ada, grace)) {
      ChangeMembership join = new ChangeMembership(room, account, MemberState.JOINED, policy);
      assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(CHANGE_MEMBERSHIP, join));
    }
    ChangeMembership repeat = new ChangeMembership(room, ada, MemberState.LEFT, 1);
    assertEquals(List.of(), PERSISTENCE.ask(CHANGE_MEMBERSHIP, repeat).ranges(), "a repeat");
    ConversationId next = new ConversationId(UUID.randomUUID());
    PERSISTENCE.ask(STORE_ROOM, People.room(next, grace, name));
    assertTrue(listed(name), "the name is free");
  }

  @Test
  void whoeverBelongsToItKeepsItOpen() {
    ConversationId group = PEOPLE.group(ada, grace);
    link(group);
    PEOPLE.change(grace, group, MemberState.LEFT);
    assertEquals(group, PERSISTENCE.ask(FIND_LINK, new FindLink(link)).conversation());
    assertEquals(2, PEOPLE.join(grace, group).summary().memberCount());
  }

  @RepeatedTest(10)
  void theLastOneStaysOrNobodyComes() {
    ConversationId group = PEOPLE.group(ada);
    link(group);
    TakeLink comes = new TakeLink(link, group, grace, 1);
    Future<?> left =
        PERSISTENCE.start(CHANGE_MEMBERSHIP, new ChangeMembership(group, ada, MemberState.LEFT, 1));
    Future<?> came = PERSISTENCE.start(TAKE_LINK, comes);
    await(Future.join(left, came).otherwiseEmpty());
    assertTrue(left.succeeded() != came.succeeded(), "one of both");
    if (came.succeeded()) {
      assertEquals(FailureCode.LAST_OWNER, RunningPersistence.refusal(left));
      assertTrue(PEOPLE.standing(ada, group).joined() && PEOPLE.standing(grace, group).joined());
    } else {
      assertEquals(FailureCode.STALE, RunningPersistence.refusal(came));
      assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(FIND_LINK, new FindLink(link)));
      TakeLink again = new TakeLink(link, group, grace, 2);
      assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(TAKE_LINK, again));
    }
  }

  @RepeatedTest(5)
  void ofTwoOwnersWhoGoAtOnceTheLastOneCloses() {
    ConversationId group = PEOPLE.group(ada, grace);
    PEOPLE.role(grace, group, Role.OWNER);
    link(group);
    await(Future.all(goes(ada, group), goes(grace, group)));
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(FIND_LINK, new FindLink(link)));
  }

  @Test
  void whoIsDeletedAndWasTheLastClosesItToo() {
    String name = "Room " + UUID.randomUUID();
    ConversationId room = new ConversationId(UUID.randomUUID());
    PERSISTENCE.ask(STORE_ROOM, People.room(room, ada, name));
    link(room);
    PERSISTENCE.ask(DELETE_ACCOUNT, new DeleteAccount(ada, "$argon2id$x"));
    Await.until("she has gone", Duration.ofSeconds(20), () -> !PEOPLE.standing(ada, room).joined());
    assertFalse(listed(name), "in the directory");
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(FIND_LINK, new FindLink(link)));
    Standing standing = PEOPLE.standing(grace, room);
    ChangeMembership join =
        new ChangeMembership(room, grace, MemberState.JOINED, standing.policyVersion());
    assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(CHANGE_MEMBERSHIP, join));
  }

  /** As chat does: decided anew on the version of now. */
  private static Future<ConversationChanged> goes(UserId owner, ConversationId group) {
    long policy = PEOPLE.standing(owner, group).policyVersion();
    return PERSISTENCE
        .start(CHANGE_MEMBERSHIP, new ChangeMembership(group, owner, MemberState.LEFT, policy))
        .recover(
            cause ->
                BusFailure.is(cause, FailureCode.STALE)
                    ? PERSISTENCE.start(
                        CHANGE_MEMBERSHIP,
                        new ChangeMembership(group, owner, MemberState.LEFT, policy + 1))
                    : Future.failedFuture(cause));
  }

  private static void leaves(UserId account, ConversationId room, MemberState end) {
    PEOPLE.change(account, room, end);
    assertFalse(PEOPLE.standing(account, room).joined());
  }

  private void link(ConversationId conversation) {
    CreateLink created = new CreateLink(link, conversation, HASH, 24, 5);
    long policy = PEOPLE.standing(ada, conversation).policyVersion();
    PERSISTENCE.ask(STORE_LINK, new StoreLink(ada, created, policy));
  }

  private boolean listed(String name) {
    String word = name.substring("Room ".length());
    FindRooms question = new FindRooms(grace, new ListRooms(word, null, 100));
    return PERSISTENCE.ask(FIND_ROOMS, question).rooms().stream()
        .map(RoomSummary::name)
        .anyMatch(name::equals);
  }
}
