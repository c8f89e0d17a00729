package parley.chat.member;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.AddMember;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreTransfer;
import parley.contract.conversation.TransferOwner;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;
import parley.contract.relation.OpenTo;

class MemberRulesTest {
  private static final ConversationId GROUP =
      ConversationId.of("0191b5a0-0000-7000-8000-0000000000c1");
  private static final UserId ADA = UserId.of("0191b5a0-0000-7000-8000-0000000000a1");
  private static final UserId GRACE = UserId.of("0191b5a0-0000-7000-8000-0000000000a2");
  private static final Bond FRIENDS =
      new Bond(GRACE, true, false, OpenTo.FRIENDS, OpenTo.FRIENDS, false);
  private static final Standing NEVER = standing(null, null);

  @ParameterizedTest
  @CsvSource({"OWNER,", "MODERATOR,", "MEMBER,FORBIDDEN"})
  void moderatorsAndOwnersAdd(Role actor, FailureCode refusal) {
    AddMember request = new AddMember(GROUP, GRACE);
    meets(refusal, () -> MemberRules.add(request, ADA, member(actor), FRIENDS));
    if (refusal == null) {
      assertEquals(
          new ChangeMembership(GROUP, GRACE, MemberState.JOINED, 7),
          MemberRules.add(request, ADA, member(actor), FRIENDS));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "OWNER,OWNER,", "OWNER,MODERATOR,", "OWNER,MEMBER,",
    "MODERATOR,OWNER,FORBIDDEN", "MODERATOR,MODERATOR,FORBIDDEN", "MODERATOR,MEMBER,",
    "MEMBER,OWNER,FORBIDDEN", "MEMBER,MODERATOR,FORBIDDEN", "MEMBER,MEMBER,FORBIDDEN"
  })
  void whoIsHigherSendsAway(Role actor, Role target, FailureCode refusal) {
    RemoveMember request = new RemoveMember(GROUP, GRACE);
    meets(refusal, () -> MemberRules.remove(request, ADA, member(actor), member(target)));
    if (refusal == null) {
      assertEquals(
          new ChangeMembership(GROUP, GRACE, MemberState.REMOVED, 7),
          MemberRules.remove(request, ADA, member(actor), member(target)));
    }
  }

  @Test
  void whoLeftIsShutOutButWhoNeverCameIsNotFound() {
    RemoveMember request = new RemoveMember(GROUP, GRACE);
    Standing left = standing(MemberState.LEFT, Role.MEMBER);
    MemberRules.remove(request, ADA, member(Role.MODERATOR), left);
    meets(
        FailureCode.NOT_FOUND,
        () -> MemberRules.remove(request, ADA, member(Role.MODERATOR), NEVER));
  }

  @Test
  void nobodySendsOneselfAwayOrHandsOverToOneself() {
    Standing owner = member(Role.OWNER);
    meets(
        FailureCode.FORBIDDEN,
        () -> MemberRules.remove(new RemoveMember(GROUP, ADA), ADA, owner, owner));
    meets(
        FailureCode.FORBIDDEN,
        () -> MemberRules.transfer(new TransferOwner(GROUP, ADA), ADA, owner, owner));
  }

  @ParameterizedTest
  @CsvSource({"OWNER,", "MODERATOR,FORBIDDEN", "MEMBER,FORBIDDEN"})
  void ownersGiveRolesAndHandOver(Role actor, FailureCode refusal) {
    ChangeRole change = new ChangeRole(GROUP, GRACE, Role.MODERATOR);
    TransferOwner transfer = new TransferOwner(GROUP, GRACE);
    Standing target = member(Role.MEMBER);
    meets(refusal, () -> MemberRules.role(change, member(actor), target));
    meets(refusal, () -> MemberRules.transfer(transfer, ADA, member(actor), target));
    if (refusal == null) {
      assertEquals(new StoreRole(change, 7), MemberRules.role(change, member(actor), target));
      assertEquals(
          new StoreTransfer(ADA, transfer, 7),
          MemberRules.transfer(transfer, ADA, member(actor), target));
    }
  }

  @Test
  void onlyMembersGetRoles() {
    Standing owner = member(Role.OWNER);
    for (Standing gone : new Standing[] {NEVER, standing(MemberState.LEFT, Role.MEMBER)}) {
      ChangeRole change = new ChangeRole(GROUP, GRACE, Role.OWNER);
      meets(FailureCode.NOT_FOUND, () -> MemberRules.role(change, owner, gone));
      TransferOwner transfer = new TransferOwner(GROUP, GRACE);
      meets(FailureCode.NOT_FOUND, () -> MemberRules.transfer(transfer, ADA, owner, gone));
    }
  }

  @Test
  void aHandOverThatHappenedIsNotRefusedWhenRepeated() {
    assertTrue(MemberRules.isTransferred(member(Role.MODERATOR), member(Role.OWNER)));
    assertFalse(MemberRules.isTransferred(member(Role.MEMBER), member(Role.OWNER)));
    assertFalse(MemberRules.isTransferred(member(Role.OWNER), member(Role.OWNER)));
    assertFalse(MemberRules.isTransferred(NEVER, member(Role.OWNER)));
  }

  @Test
  void whoIsNoMemberAnymoreChangesNobody() {
    for (MemberState state : new MemberState[] {null, MemberState.LEFT, MemberState.REMOVED}) {
      Standing gone = standing(state, state == null ? null : Role.OWNER);
      meets(
          FailureCode.NOT_A_MEMBER,
          () -> MemberRules.add(new AddMember(GROUP, GRACE), ADA, gone, FRIENDS));
    }
  }

  @Test
  void conversationsOfTwoHaveNoRoles() {
    Standing direct =
        new Standing(
            ConversationKind.DIRECT, MemberState.JOINED, Role.OWNER, Policy.OPEN, 0, 7, 41);
    meets(
        FailureCode.FORBIDDEN,
        () -> MemberRules.add(new AddMember(GROUP, GRACE), ADA, direct, FRIENDS));
  }

  private static void meets(FailureCode refusal, Executable decision) {
    if (refusal != null) {
      assertEquals(refusal, assertThrows(BusFailure.class, decision).code());
    }
  }

  private static Standing member(Role role) {
    return standing(MemberState.JOINED, role);
  }

  private static Standing standing(MemberState state, Role role) {
    return new Standing(ConversationKind.GROUP, state, role, Policy.OPEN, 0, 7, 41);
  }
}
