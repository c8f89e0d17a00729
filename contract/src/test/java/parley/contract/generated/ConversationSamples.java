package parley.contract.generated;

import java.util.List;
import parley.contract.conversation.AddMember;
import parley.contract.conversation.Alerts;
import parley.contract.conversation.AttributesChanged;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ChangeRole;
import parley.contract.conversation.ConversationChanged;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.ConversationPage;
import parley.contract.conversation.ConversationSummary;
import parley.contract.conversation.CreateGroup;
import parley.contract.conversation.CreateRoom;
import parley.contract.conversation.DirectOpened;
import parley.contract.conversation.FindConversations;
import parley.contract.conversation.FindMembers;
import parley.contract.conversation.FindRooms;
import parley.contract.conversation.GroupCreated;
import parley.contract.conversation.History;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.LeaveRoom;
import parley.contract.conversation.ListConversations;
import parley.contract.conversation.ListMembers;
import parley.contract.conversation.ListRooms;
import parley.contract.conversation.MarkRead;
import parley.contract.conversation.MemberChanged;
import parley.contract.conversation.MemberPage;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.MoveReadMark;
import parley.contract.conversation.OpenDirect;
import parley.contract.conversation.Policy;
import parley.contract.conversation.PreferConversation;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.PreferencesStored;
import parley.contract.conversation.Preferred;
import parley.contract.conversation.ReadMarkMoved;
import parley.contract.conversation.ReadMarked;
import parley.contract.conversation.ReadStanding;
import parley.contract.conversation.RemoveMember;
import parley.contract.conversation.Role;
import parley.contract.conversation.RoomCreated;
import parley.contract.conversation.RoomJoined;
import parley.contract.conversation.RoomLeft;
import parley.contract.conversation.RoomPage;
import parley.contract.conversation.RoomSummary;
import parley.contract.conversation.Standing;
import parley.contract.conversation.StoreAttributes;
import parley.contract.conversation.StoreDirect;
import parley.contract.conversation.StoreGroup;
import parley.contract.conversation.StorePicture;
import parley.contract.conversation.StorePreferences;
import parley.contract.conversation.StoreRole;
import parley.contract.conversation.StoreRoom;
import parley.contract.conversation.StoreTransfer;
import parley.contract.conversation.TransferOwner;
import parley.contract.conversation.Writers;

/** Samples about conversations and rooms. */
final class ConversationSamples {
  static final Policy POLICY = new Policy(Writers.MODERATORS, 30, History.SINCE_JOINING);
  static final Preferences PREFERENCES =
      new Preferences(true, true, true, Alerts.MENTIONS, 1_790_000_000_000L);
  static final ConversationSummary SUMMARY =
      new ConversationSummary(
          Samples.CONVERSATION,
          ConversationKind.ROOM,
          "Analytical engines",
          "Everything that computes",
          2,
          Role.MEMBER,
          9,
          4,
          3,
          MessageSamples.MESSAGE,
          null,
          POLICY,
          5,
          PREFERENCES,
          AccountSamples.AVATAR.hash());
  private static final ConversationSummary GROUP =
      new ConversationSummary(
          Samples.CONVERSATION,
          ConversationKind.GROUP,
          "Analytical engines",
          "Everything that computes",
          2,
          Role.OWNER,
          9,
          4,
          3,
          MessageSamples.MESSAGE,
          null,
          POLICY,
          0,
          Preferences.DEFAULT,
          null);
  private static final ConversationSummary DIRECT =
      new ConversationSummary(
          Samples.CONVERSATION,
          ConversationKind.DIRECT,
          null,
          null,
          2,
          Role.MEMBER,
          9,
          4,
          3,
          MessageSamples.MESSAGE,
          List.of(Samples.ADA, Samples.GRACE),
          Policy.OPEN,
          0,
          Preferences.DEFAULT,
          null);
  private static final ListRooms LIST_ROOMS = new ListRooms("engi", "Y3Vyc29y", 50);
  private static final ListMembers LIST_MEMBERS =
      new ListMembers(Samples.CONVERSATION, Samples.ADA, 50);
  private static final ChangeRole CHANGE_ROLE =
      new ChangeRole(Samples.CONVERSATION, Samples.GRACE, Role.MODERATOR);
  private static final TransferOwner TRANSFER_OWNER =
      new TransferOwner(Samples.CONVERSATION, Samples.GRACE);
  private static final ChangeConversation CHANGE_CONVERSATION =
      new ChangeConversation(
          Samples.CONVERSATION, "Analytical engines", "Everything that computes", POLICY);
  private static final ChangePicture CHANGE_PICTURE =
      new ChangePicture(Samples.CONVERSATION, AccountSamples.AVATAR);
  private static final PreferConversation PREFER =
      new PreferConversation(Samples.CONVERSATION, PREFERENCES);
  private static final ListConversations LIST_CONVERSATIONS = new ListConversations("Y3Vyc29y", 50);
  private static final MarkRead MARK_READ = new MarkRead(Samples.CONVERSATION, 4);

  private ConversationSamples() {}

  static List<Record> all() {
    return List.of(
        new CreateRoom(Samples.CONVERSATION, "Analytical engines", "Everything that computes"),
        new RoomCreated(SUMMARY),
        LIST_ROOMS,
        new RoomPage(
            List.of(
                new RoomSummary(
                    Samples.CONVERSATION,
                    "Analytical engines",
                    "Everything that computes",
                    2,
                    true,
                    AccountSamples.AVATAR.hash())),
            "Y3Vyc29y"),
        new JoinRoom(Samples.CONVERSATION),
        new RoomJoined(SUMMARY),
        new LeaveRoom(Samples.CONVERSATION),
        new RoomLeft(Samples.CONVERSATION),
        new StoreRoom(
            Samples.CONVERSATION,
            Samples.ADA,
            "Analytical engines",
            "analytical engines",
            "Everything that computes"),
        new FindRooms(Samples.ADA, LIST_ROOMS),
        new ChangeMembership(Samples.CONVERSATION, Samples.GRACE, MemberState.JOINED, 3),
        new ConversationChanged(SUMMARY, List.of(FeedSamples.RANGE)),
        LIST_CONVERSATIONS,
        new OpenDirect(Samples.GRACE),
        new DirectOpened(DIRECT),
        new StoreDirect(Samples.ADA, Samples.GRACE),
        new CreateGroup(
            Samples.CONVERSATION,
            "Analytical engines",
            "Everything that computes",
            List.of(Samples.GRACE)),
        new GroupCreated(GROUP),
        new StoreGroup(
            Samples.CONVERSATION,
            Samples.ADA,
            "Analytical engines",
            "Everything that computes",
            List.of(Samples.GRACE)),
        LIST_MEMBERS,
        new FindMembers(LIST_MEMBERS, 9),
        new MemberPage(List.of(FeedSamples.MEMBER), Samples.GRACE, 9),
        new AddMember(Samples.CONVERSATION, Samples.GRACE),
        new RemoveMember(Samples.CONVERSATION, Samples.GRACE),
        CHANGE_ROLE,
        TRANSFER_OWNER,
        new MemberChanged(Samples.CONVERSATION, Samples.GRACE),
        new StoreRole(CHANGE_ROLE, 3),
        new StoreTransfer(Samples.ADA, TRANSFER_OWNER, 3),
        POLICY,
        PREFERENCES,
        PREFER,
        new Preferred(Samples.CONVERSATION, PREFERENCES),
        new StorePreferences(Samples.ADA, PREFER),
        new PreferencesStored(List.of(FeedSamples.USER_RANGE)),
        CHANGE_CONVERSATION,
        new AttributesChanged(GROUP),
        new StoreAttributes(Samples.ADA, CHANGE_CONVERSATION, "analytical engines", 3),
        CHANGE_PICTURE,
        new StorePicture(Samples.ADA, CHANGE_PICTURE, 3),
        new ConversationPage(List.of(SUMMARY), "Y3Vyc29y", 12),
        new FindConversations(Samples.ADA, LIST_CONVERSATIONS),
        MARK_READ,
        new ReadMarked(4),
        new MoveReadMark(Samples.ADA, MARK_READ),
        new ReadMarkMoved(4, List.of(FeedSamples.USER_RANGE)),
        new ReadStanding(Samples.CONVERSATION, Samples.ADA),
        new Standing(
            ConversationKind.DIRECT,
            MemberState.JOINED,
            Role.MEMBER,
            POLICY,
            5,
            3,
            9,
            RelationSamples.BOND));
  }
}
