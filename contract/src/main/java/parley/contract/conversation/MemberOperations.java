package parley.contract.conversation;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.LAST_OWNER;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.NOT_REACHABLE;
import static parley.contract.FailureCode.STALE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Who belongs to a room or group, and as what. */
public final class MemberOperations implements CatalogPart {
  public static final Operation<ListMembers, MemberPage> LIST_MEMBERS =
      Operation.named("chat.member.list")
          .summary("Who belongs to a conversation, for its members.")
          .request(ListMembers.class)
          .reply(MemberPage.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<AddMember, MemberChanged> ADD_MEMBER =
      Operation.named("chat.member.add")
          .summary("Make somebody a member, also who was removed; for moderators and owners.")
          .request(AddMember.class)
          .reply(MemberChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, NOT_REACHABLE);

  public static final Operation<RemoveMember, MemberChanged> REMOVE_MEMBER =
      Operation.named("chat.member.remove")
          .summary("Send somebody away: moderators members, owners everybody but the last owner.")
          .request(RemoveMember.class)
          .reply(MemberChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, LAST_OWNER);

  public static final Operation<ChangeRole, MemberChanged> CHANGE_ROLE =
      Operation.named("chat.member.role")
          .summary("Give a member another role; for owners.")
          .request(ChangeRole.class)
          .reply(MemberChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, LAST_OWNER);

  public static final Operation<TransferOwner, MemberChanged> TRANSFER_OWNER =
      Operation.named("chat.owner.transfer")
          .summary("Make a member an owner in place of the caller, both at once.")
          .request(TransferOwner.class)
          .reply(MemberChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<FindMembers, MemberPage> FIND_MEMBERS =
      Operation.named("persistence.member.list")
          .summary("Who belongs to a conversation, without any check of rights.")
          .request(FindMembers.class)
          .reply(MemberPage.class)
          .refusals(NOT_FOUND);

  public static final Operation<StoreRole, ConversationChanged> STORE_ROLE =
      Operation.named("persistence.role.change")
          .summary("Give a member another role; never to the last owner.")
          .request(StoreRole.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_FOUND, STALE, LAST_OWNER, TOO_MANY);

  public static final Operation<StoreTransfer, ConversationChanged> STORE_TRANSFER =
      Operation.named("persistence.owner.transfer")
          .summary("Let one member be an owner in place of another.")
          .request(StoreTransfer.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_FOUND, STALE, LAST_OWNER, TOO_MANY);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        LIST_MEMBERS,
        ADD_MEMBER,
        REMOVE_MEMBER,
        CHANGE_ROLE,
        TRANSFER_OWNER,
        FIND_MEMBERS,
        STORE_ROLE,
        STORE_TRANSFER);
  }
}
