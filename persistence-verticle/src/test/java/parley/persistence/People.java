package parley.persistence;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import parley.contract.account.AccountOperations;
import parley.contract.account.StoreAccount;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.GroupOperations;
import parley.contract.conversation.MarkRead;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.MoveReadMark;
import parley.contract.conversation.ReadMarkMoved;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomOperations;
import parley.contract.conversation.Standing;
import parley.contract.conversation.StoreGroup;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreRoom;
import parley.contract.feed.FeedId;
import parley.contract.feed.FeedOperations;
import parley.contract.feed.MessageItem;
import parley.contract.feed.Range;
import parley.contract.feed.ReadRange;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.AppendMessage;
import parley.contract.message.DeleteMessage;
import parley.contract.message.EditMessage;
import parley.contract.message.MessageAppended;
import parley.contract.message.MessageOperations;
import parley.contract.message.MessageStored;
import parley.contract.message.SetReaction;
import parley.contract.message.StoreDeletion;
import parley.contract.message.StoreEdit;
import parley.contract.message.StoreReaction;
import parley.contract.message.TextContent;

/** People, rooms and messages for tests; every name and id is its own. */
public final class People {
  private final Supplier<RunningPersistence> persistence;

  public People(RunningPersistence persistence) {
    this(() -> persistence);
  }

  People(Supplier<RunningPersistence> persistence) {
    this.persistence = persistence;
  }

  /** A new account. */
  public UserId account() {
    UserId account = new UserId(UUID.randomUUID());
    persistence
        .get()
        .ask(
            AccountOperations.STORE_ACCOUNT,
            named(account, "u" + account.toString().replace("-", "").substring(1)));
    return account;
  }

  /** An account with that name. */
  public static StoreAccount named(UserId account, String username) {
    return new StoreAccount(
        account,
        username,
        username,
        "Name of " + account.toString().substring(0, 8),
        "$argon2id$x");
  }

  /** A new room of a new owner. */
  public ConversationId room() {
    return room(account());
  }

  /** A new room. */
  public ConversationId room(UserId owner) {
    ConversationId room = new ConversationId(UUID.randomUUID());
    persistence.get().ask(RoomOperations.STORE_ROOM, room(room, owner, "Room " + room));
    return room;
  }

  /** A room with that name. */
  public static StoreRoom room(ConversationId room, UserId owner, String name) {
    return new StoreRoom(room, owner, name, name.toLowerCase(Locale.ROOT), null);
  }

  /** Joins on the present policy version. */
  public ConversationChanged join(UserId account, ConversationId room) {
    return change(account, room, MemberState.JOINED);
  }

  /** A new account that has joined. */
  public UserId joined(ConversationId room) {
    UserId account = account();
    join(account, room);
    return account;
  }

  /** Gives a member another role on the present policy version. */
  public ConversationChanged role(UserId account, ConversationId room, Role role) {
    long policy = standing(account, room).policyVersion();
    return persistence
        .get()
        .ask(
            MemberOperations.STORE_ROLE,
            new StoreRole(new ChangeRole(room, account, role), policy));
  }

  /** A new group with these members. */
  public ConversationId group(UserId owner, UserId... members) {
    ConversationId group = new ConversationId(UUID.randomUUID());
    persistence
        .get()
        .ask(
            GroupOperations.STORE_GROUP,
            new StoreGroup(group, owner, "Group", null, List.of(members)));
    return group;
  }

  /** Changes a membership on the present policy version. */
  public ConversationChanged change(UserId account, ConversationId room, MemberState state) {
    long policy = standing(account, room).policyVersion();
    return persistence
        .get()
        .ask(RoomOperations.CHANGE_MEMBERSHIP, new ChangeMembership(room, account, state, policy));
  }

  public Standing standing(UserId account, ConversationId room) {
    return persistence
        .get()
        .ask(ConversationOperations.READ_STANDING, new ReadStanding(room, account));
  }

  /** A message that was not sent before, decided on the first policy version. */
  public static AppendMessage message(UserId sender, ConversationId room, String text) {
    return new AppendMessage(
        room, sender, new ClientId(UUID.randomUUID()), new TextContent(text), 1, 0);
  }

  /** Appends on the present policy version. */
  public MessageAppended say(UserId sender, ConversationId room, String text) {
    AppendMessage message = message(sender, room, text);
    return persistence
        .get()
        .ask(
            MessageOperations.APPEND_MESSAGE,
            new AppendMessage(
                room,
                sender,
                message.clientId(),
                message.content(),
                standing(sender, room).policyVersion(),
                0));
  }

  /** Lets an own message say something else. */
  public MessageItem edit(UserId sender, ConversationId room, long posted, String text) {
    EditMessage edit =
        new EditMessage(room, posted, new ClientId(UUID.randomUUID()), new TextContent(text));
    long policyVersion = standing(sender, room).policyVersion();
    return persistence
        .get()
        .ask(MessageOperations.STORE_EDIT, new StoreEdit(sender, edit, 0, policyVersion))
        .message();
  }

  /** Answers a message with an emoji, or takes that back if it is there. */
  public MessageItem react(UserId account, ConversationId room, long posted, String emoji) {
    MessageStored set = react(account, room, posted, emoji, true);
    return set.changed() ? set.message() : react(account, room, posted, emoji, false).message();
  }

  private MessageStored react(
      UserId account, ConversationId room, long posted, String emoji, boolean set) {
    SetReaction reaction = new SetReaction(room, posted, emoji, set);
    long policyVersion = standing(account, room).policyVersion();
    return persistence
        .get()
        .ask(
            MessageOperations.STORE_REACTION,
            new StoreReaction(account, reaction, 0, policyVersion));
  }

  /** Deletes an own message. */
  public MessageItem delete(UserId sender, ConversationId room, long posted) {
    DeleteMessage deletion = new DeleteMessage(room, posted);
    long policyVersion = standing(sender, room).policyVersion();
    return persistence
        .get()
        .ask(
            MessageOperations.STORE_DELETION,
            new StoreDeletion(sender, deletion, false, 0, policyVersion))
        .message();
  }

  public ReadMarkMoved mark(UserId account, ConversationId room, long ordinal) {
    return persistence
        .get()
        .ask(
            ConversationOperations.MOVE_READ_MARK,
            new MoveReadMark(account, new MarkRead(room, ordinal)));
  }

  /** One page of a feed. */
  public Range read(FeedId feed, long after, int limit) {
    return persistence
        .get()
        .ask(FeedOperations.FEED_READ, new ReadRange(feed, after, null, limit, 0));
  }
}
