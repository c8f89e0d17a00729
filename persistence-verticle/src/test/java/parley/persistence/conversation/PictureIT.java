package parley.persistence.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static parley.contract.account.ProfileOperations.READ_AVATAR;
import static parley.contract.account.ProfileOperations.STORE_AVATAR;
import static parley.contract.conversation.ConversationOperations.FIND_CONVERSATIONS;
import static parley.contract.conversation.ConversationOperations.STORE_ATTRIBUTES;
import static parley.contract.conversation.ConversationOperations.STORE_PICTURE;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import parley.contract.FailureCode;
import parley.contract.account.Avatar;
import parley.contract.account.AvatarImage;
import parley.contract.account.ReadAvatar;
import parley.contract.account.StoreAvatar;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.History;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.Policy;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.RoomSummary;
import parley.contract.conversation.StoreAttributes;
import parley.contract.conversation.StorePicture;
import parley.contract.conversation.Writers;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.FeedId;
import parley.contract.feed.Range;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.persistence.People;
import parley.persistence.PersistenceExtension;
import parley.persistence.account.Portraits;

class PictureIT {
  @RegisterExtension static final PersistenceExtension PERSISTENCE = PersistenceExtension.fresh();

  private static final People PEOPLE = PERSISTENCE.people();

  private final UserId owner = PEOPLE.account();
  private final ConversationId group = PEOPLE.group(owner);

  @Test
  void isAChangeOfTheAttributesThatARepeatDoesNotMake() {
    Avatar avatar = Portraits.any();
    long head = PEOPLE.standing(owner, group).head();
    ConversationItem shown = item(head + 1, avatar.hash());
    ConversationChanged changed = store(group, avatar, 1);
    assertEquals(
        List.of(new Range(FeedId.of(group), head, head + 1, List.of(shown))), changed.ranges());
    assertEquals(avatar.hash(), changed.summary().avatar());
    assertEquals(List.of(shown), PEOPLE.read(FeedId.of(group), head, 10).items());
    assertEquals(List.of(), store(group, avatar, 1).ranges(), "a repeat");
    assertEquals(1, PEOPLE.standing(owner, group).policyVersion(), "a picture gives no rights");
    ConversationChanged bare = store(group, null, 1);
    assertEquals(List.of(item(head + 2, null)), bare.ranges().get(0).items());
    assertNull(bare.summary().avatar());
    assertEquals(List.of(), store(group, null, 1).ranges(), "none already");
  }

  @Test
  void isThereAsLongAsSomethingHasItAndNoLonger() {
    Avatar first = Portraits.any();
    Avatar second = Portraits.any();
    store(group, first, 1);
    PERSISTENCE.ask(STORE_AVATAR, new StoreAvatar(owner, first));
    ConversationId other = PEOPLE.room(owner);
    store(other, second, 1);
    store(group, second, 1);
    for (AvatarImage image : second.images()) {
      assertEquals(image, read(second, image.size()));
    }
    assertEquals(first.images().get(0), read(first, 48), "the owner has it still");
    PERSISTENCE.ask(STORE_AVATAR, new StoreAvatar(owner, null));
    assertGone(first);
    store(other, null, 1);
    assertEquals(second.images().get(1), read(second, 96), "the group has it still");
    store(group, null, 1);
    assertGone(second);
  }

  @Test
  void staysWhenOtherAttributesOrMembersChange() {
    Avatar avatar = Portraits.any();
    store(group, avatar, 1);
    Policy quiet = new Policy(Writers.MODERATORS, 30, History.ALL);
    ChangeConversation renaming = new ChangeConversation(group, "Tea", "leaves", quiet);
    ConversationChanged renamed =
        PERSISTENCE.ask(STORE_ATTRIBUTES, new StoreAttributes(owner, renaming, null, 1));
    assertEquals(avatar.hash(), renamed.summary().avatar());
    assertEquals(
        avatar.hash(), ((ConversationItem) renamed.ranges().get(0).items().get(0)).avatar());
    UserId guest = PEOPLE.account();
    ConversationChanged joined = PEOPLE.join(guest, group);
    assertEquals(avatar.hash(), joined.summary().avatar());
    assertEquals(
        avatar.hash(),
        joined.ranges().get(0).items().stream()
            .filter(ConversationItem.class::isInstance)
            .map(ConversationItem.class::cast)
            .findFirst()
            .orElseThrow()
            .avatar());
    FindConversations list = new FindConversations(guest, new ListConversations(null, 10));
    assertEquals(
        avatar.hash(), PERSISTENCE.ask(FIND_CONVERSATIONS, list).conversations().get(0).avatar());
    assertEquals(
        FailureCode.STALE, PERSISTENCE.refusal(STORE_PICTURE, request(group, null, 1)), "voided");
  }

  @Test
  void ofARoomIsInTheDirectory() {
    ConversationId room = PEOPLE.room(owner);
    Avatar avatar = Portraits.any();
    store(room, avatar, 1);
    FindRooms all = new FindRooms(PEOPLE.account(), new ListRooms("Room " + room, null, 10));
    List<RoomSummary> found = PERSISTENCE.ask(RoomOperations.FIND_ROOMS, all).rooms();
    assertEquals(List.of(avatar.hash()), found.stream().map(RoomSummary::avatar).toList());
  }

  @Test
  void ofWhatDoesNotExistIsNotFound() {
    ConversationId unknown = new ConversationId(UUID.randomUUID());
    assertEquals(
        FailureCode.NOT_FOUND,
        PERSISTENCE.refusal(STORE_PICTURE, request(unknown, Portraits.any(), 1)));
  }

  private static ConversationItem item(long changed, String avatar) {
    return new ConversationItem(
        changed, ConversationKind.GROUP, "Group", null, 1, null, Policy.OPEN, avatar);
  }

  private ConversationChanged store(ConversationId id, Avatar avatar, long policyVersion) {
    return PERSISTENCE.ask(STORE_PICTURE, request(id, avatar, policyVersion));
  }

  private StorePicture request(ConversationId id, Avatar avatar, long policyVersion) {
    return new StorePicture(owner, new ChangePicture(id, avatar), policyVersion);
  }

  private static AvatarImage read(Avatar avatar, int size) {
    return PERSISTENCE.ask(READ_AVATAR, new ReadAvatar(avatar.hash(), size));
  }

  private static void assertGone(Avatar avatar) {
    for (int size : Avatar.SIZES) {
      ReadAvatar question = new ReadAvatar(avatar.hash(), size);
      assertEquals(FailureCode.NOT_FOUND, PERSISTENCE.refusal(READ_AVATAR, question));
    }
  }
}
