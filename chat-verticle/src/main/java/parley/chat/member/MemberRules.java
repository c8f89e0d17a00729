package parley.chat.member;

import parley.chat.relation.Reachability;
import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.AddMember;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreTransfer;
import parley.contract.conversation.TransferOwner;
import parley.contract.id.UserId;
import parley.contract.relation.Bond;

/**
 * Who may change whose membership. Everything rests on the policy version of the actor's standing,
 * which is read first: whatever shrinks or shifts rights afterwards makes it {@code STALE}.
 */
final class MemberRules {
  private MemberRules() {}

  /**
   * Moderators and owners add whom they may invite, also who was removed; {@link
   * FailureCode#FORBIDDEN} to other members and for conversations of two. The bond is null for who
   * does not exist.
   */
  static ChangeMembership add(AddMember request, UserId actor, Standing standing, Bond bond) {
    requireAtLeast(Role.MODERATOR, standing);
    return new ChangeMembership(
        request.conversation(),
        Reachability.mayInvite(actor, request.account(), bond),
        MemberState.JOINED,
        standing.policyVersion());
  }

  /**
   * Owners send away everybody, moderators those who are less; nobody oneself, that is leaving.
   * {@link FailureCode#NOT_FOUND} for who never belonged to it.
   */
  static ChangeMembership remove(
      RemoveMember request, UserId actor, Standing standing, Standing target) {
    requireAtLeast(Role.MODERATOR, standing);
    if (request.account().equals(actor)) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    if (target.state() == null) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    if (standing.role() != Role.OWNER && !isHigher(standing.role(), target.role())) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return new ChangeMembership(
        request.conversation(), request.account(), MemberState.REMOVED, standing.policyVersion());
  }

  /** Owners change roles, also their own; {@link FailureCode#NOT_FOUND} for who is no member. */
  static StoreRole role(ChangeRole request, Standing standing, Standing target) {
    requireAtLeast(Role.OWNER, standing);
    requireJoined(target);
    return new StoreRole(request, standing.policyVersion());
  }

  /** Whether a transfer has happened already, so that its repeat changes nothing. */
  static boolean isTransferred(Standing standing, Standing target) {
    return isOpenTo(Role.MODERATOR, standing)
        && standing.role() == Role.MODERATOR
        && target.joined()
        && target.role() == Role.OWNER;
  }

  /** Owners make another member an owner; {@link FailureCode#NOT_FOUND} for who is none. */
  static StoreTransfer transfer(
      TransferOwner request, UserId actor, Standing standing, Standing target) {
    requireAtLeast(Role.OWNER, standing);
    if (request.account().equals(actor)) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    requireJoined(target);
    return new StoreTransfer(actor, request, standing.policyVersion());
  }

  private static void requireAtLeast(Role role, Standing standing) {
    if (!standing.joined()) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    if (!isOpenTo(role, standing)) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
  }

  private static boolean isOpenTo(Role least, Standing standing) {
    return standing.joined()
        && standing.kind() != ConversationKind.DIRECT
        && !isHigher(least, standing.role());
  }

  /** Roles are declared from the highest to the lowest. */
  private static boolean isHigher(Role one, Role other) {
    return one.compareTo(other) < 0;
  }

  private static void requireJoined(Standing target) {
    if (!target.joined()) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
  }
}
