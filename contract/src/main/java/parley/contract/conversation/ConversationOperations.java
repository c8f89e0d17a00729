package parley.contract.conversation;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.NAME_TAKEN;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.STALE;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** The caller's own conversations and how far they are read. */
public final class ConversationOperations implements CatalogPart {
  public static final Operation<ListConversations, ConversationPage> LIST_CONVERSATIONS =
      Operation.named("chat.conversation.list")
          .summary("The caller's conversations with last message and unread count.")
          .request(ListConversations.class)
          .reply(ConversationPage.class)
          .callableFrom(BROWSER);

  public static final Operation<MarkRead, ReadMarked> MARK_READ =
      Operation.named("chat.conversation.mark")
          .summary("Move the caller's read mark forward; all the caller's devices hear of it.")
          .request(MarkRead.class)
          .reply(ReadMarked.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<ChangeConversation, AttributesChanged> CHANGE_CONVERSATION =
      Operation.named("chat.conversation.change")
          .summary("Set name, topic and policy of a room or group; for moderators and owners.")
          .request(ChangeConversation.class)
          .reply(AttributesChanged.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND, NAME_TAKEN);

  public static final Operation<StoreAttributes, ConversationChanged> STORE_ATTRIBUTES =
      Operation.named("persistence.attributes.change")
          .summary("Set the attributes of a conversation.")
          .request(StoreAttributes.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_FOUND, STALE, NAME_TAKEN);

  /** Asked by gateways alone, once they have made the picture of what was uploaded. */
  public static final Operation<ChangePicture, AttributesChanged> CHANGE_PICTURE =
      Operation.named("chat.picture.change")
          .summary("Show a picture of a room or group, or none; for moderators and owners.")
          .request(ChangePicture.class)
          .reply(AttributesChanged.class)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<StorePicture, ConversationChanged> STORE_PICTURE =
      Operation.named("persistence.picture.change")
          .summary("Keep a picture of a conversation, or none.")
          .request(StorePicture.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_FOUND, STALE);

  public static final Operation<PreferConversation, Preferred> PREFER_CONVERSATION =
      Operation.named("chat.conversation.prefer")
          .summary("Set how the caller wants to have a conversation; all the devices hear of it.")
          .request(PreferConversation.class)
          .reply(Preferred.class)
          .callableFrom(BROWSER)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  public static final Operation<StorePreferences, PreferencesStored> STORE_PREFERENCES =
      Operation.named("persistence.preferences.store")
          .summary("Keep how a member wants to have a conversation.")
          .request(StorePreferences.class)
          .reply(PreferencesStored.class)
          .refusals(NOT_A_MEMBER);

  public static final Operation<FindConversations, ConversationPage> FIND_CONVERSATIONS =
      Operation.named("persistence.conversation.list")
          .summary("The conversations of an account.")
          .request(FindConversations.class)
          .reply(ConversationPage.class);

  public static final Operation<ReadStanding, Standing> READ_STANDING =
      Operation.named("persistence.standing.read")
          .summary("How an account stands to a conversation, with the head of the feed.")
          .request(ReadStanding.class)
          .reply(Standing.class)
          .refusals(NOT_FOUND);

  public static final Operation<MoveReadMark, ReadMarkMoved> MOVE_READ_MARK =
      Operation.named("persistence.mark.move")
          .summary("Move a member's read mark forward.")
          .request(MoveReadMark.class)
          .reply(ReadMarkMoved.class)
          .refusals(NOT_A_MEMBER, NOT_FOUND);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        LIST_CONVERSATIONS,
        MARK_READ,
        CHANGE_CONVERSATION,
        STORE_ATTRIBUTES,
        CHANGE_PICTURE,
        STORE_PICTURE,
        PREFER_CONVERSATION,
        STORE_PREFERENCES,
        FIND_CONVERSATIONS,
        READ_STANDING,
        MOVE_READ_MARK);
  }
}
