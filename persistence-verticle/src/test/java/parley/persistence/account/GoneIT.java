package parley.persistence.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static parley.contract.account.AccountOperations.DELETE_ACCOUNT;
import static parley.contract.conversation.DirectOperations.STORE_DIRECT;
import static parley.contract.conversation.GroupOperations.STORE_GROUP;
import static parley.contract.conversation.MemberOperations.STORE_ROLE;
import static parley.contract.conversation.MemberOperations.STORE_TRANSFER;
import static parley.contract.conversation.RoomOperations.CHANGE_MEMBERSHIP;
import static parley.contract.conversation.RoomOperations.STORE_ROOM;
import static parley.contract.relation.RelationOperations.CHANGE_RELATIONS;
import static parley.contract.relation.RelationOperations.READ_BONDS;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.DeleteAccount;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.conversation.StoreDirect;
import parley.contract.conversation.StoreGroup;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreTransfer;
import parley.contract.conversation.TransferOwner;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.ChangeRelations;
import parley.contract.relation.ReadBonds;
import parley.contract.relation.RelationState;
import parley.contract.relation.RelationStep;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.Probe;
import parley.testkit.bridge.Await;

/** Accounts that were deleted and have not left everything yet: nothing begins with them. */
class GoneIT {
  private static final String HASH = "$argon2id$x";

  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private final People people = PERSISTENCE.people();
  private final UserId ada = people.account();
  private final UserId grace = people.account();
  private final UserId edsger = people.account();

  @Test
  void belongToNothingNew() {
    ConversationId room = people.room(grace);
    long policy = people.standing(grace, room).policyVersion();
    erase(ada);

    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            CHANGE_MEMBERSHIP, new ChangeMembership(room, ada, MemberState.JOINED, policy)));
    assertEquals(FailureCode.NOT_REACHABLE, PERSISTENCE.refusal(STORE_GROUP, group(grace, ada)));
    assertEquals(FailureCode.FORBIDDEN, PERSISTENCE.refusal(STORE_GROUP, group(ada, grace)));
    assertEquals(
        FailureCode.FORBIDDEN,
        PERSISTENCE.refusal(
            STORE_ROOM, People.room(new ConversationId(UUID.randomUUID()), ada, "Of " + ada)));
  }

  @Test
  void becomeNothingMoreAndCanBeRemoved() {
    ConversationId room = people.room(grace);
    people.join(ada, room);
    long policy = people.standing(grace, room).policyVersion();
    erase(ada);

    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            STORE_ROLE, new StoreRole(new ChangeRole(room, ada, Role.MODERATOR), policy)));
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(
            STORE_TRANSFER, new StoreTransfer(grace, new TransferOwner(room, ada), policy)));
    people.change(ada, room, MemberState.REMOVED);
    assertEquals(MemberState.REMOVED, people.standing(ada, room).state());
  }

  @Test
  void areOpenedAndWrittenToByNobody() {
    ConversationId old =
        PERSISTENCE.ask(STORE_DIRECT, new StoreDirect(grace, ada)).summary().conversation();
    assertEquals(ada, people.standing(grace, old).bond().account());
    erase(ada);

    assertNull(people.standing(grace, old).bond());
    assertEquals(
        FailureCode.NOT_REACHABLE, PERSISTENCE.refusal(STORE_DIRECT, new StoreDirect(grace, ada)));
    assertEquals(
        FailureCode.NOT_REACHABLE, PERSISTENCE.refusal(STORE_DIRECT, new StoreDirect(edsger, ada)));
    assertEquals(
        FailureCode.FORBIDDEN, PERSISTENCE.refusal(STORE_DIRECT, new StoreDirect(ada, edsger)));
  }

  @Test
  void areBefriendedByNobodyAndLetGoOf() {
    step(ada, RelationStep.REQUEST, grace);
    step(edsger, RelationStep.BLOCK, ada);
    erase(ada);

    assertEquals(FailureCode.NOT_FOUND, refused(grace, RelationStep.ACCEPT, ada));
    assertEquals(FailureCode.NOT_REACHABLE, refused(grace, RelationStep.REQUEST, ada));
    assertEquals(FailureCode.NOT_REACHABLE, refused(grace, RelationStep.BLOCK, ada));
    assertEquals(FailureCode.FORBIDDEN, refused(ada, RelationStep.REQUEST, edsger));
    assertEquals(RelationState.NONE, step(grace, RelationStep.DECLINE, ada));
    step(edsger, RelationStep.UNBLOCK, ada);
    List<Bond> bonds =
        PERSISTENCE.ask(READ_BONDS, new ReadBonds(grace, List.of(ada, edsger))).bonds();
    assertEquals(List.of(edsger), bonds.stream().map(Bond::account).toList());
  }

  @Test
  void inheritNothing() {
    ConversationId room = people.room(ada);
    people.join(grace, room);
    people.join(edsger, room);
    people.role(grace, room, Role.MODERATOR);
    erase(grace);

    delete(ada);

    awaitLeft(ada, room);
    assertEquals(Role.OWNER, people.standing(edsger, room).role());
    assertEquals(Role.MODERATOR, people.standing(grace, room).role());
  }

  @Test
  void keepNobodyFromLeavingLast() {
    ConversationId room = people.room(ada);
    people.join(grace, room);
    erase(grace);

    delete(ada);

    awaitLeft(ada, room);
  }

  private static StoreGroup group(UserId owner, UserId member) {
    return new StoreGroup(
        new ConversationId(UUID.randomUUID()), owner, "Group", null, List.of(member));
  }

  private static RelationState step(UserId account, RelationStep step, UserId other) {
    return PERSISTENCE
        .ask(CHANGE_RELATIONS, new ChangeRelations(account, other, step))
        .relations()
        .get(0)
        .state();
  }

  private static FailureCode refused(UserId account, RelationStep step, UserId other) {
    return PERSISTENCE.refusal(CHANGE_RELATIONS, new ChangeRelations(account, other, step));
  }

  /** Deletes an account that is not looked for, so that it goes on belonging to everything. */
  private static void erase(UserId account) {
    try (Probe probe = new Probe(PERSISTENCE.uri())) {
      probe.run(
          "update account set username = null, skeleton = null, display_name = null,"
              + " password_hash = null, deleted_at = clock_timestamp() where id = '"
              + account
              + "'");
    } catch (SQLException broken) {
      throw new AssertionError(broken);
    }
  }

  private static void delete(UserId account) {
    PERSISTENCE.ask(DELETE_ACCOUNT, new DeleteAccount(account, HASH));
  }

  private void awaitLeft(UserId account, ConversationId room) {
    Await.until(
        account + " has left",
        Duration.ofSeconds(20),
        () -> people.standing(account, room).state() == MemberState.LEFT);
  }
}
