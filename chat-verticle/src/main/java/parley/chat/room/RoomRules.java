package parley.chat.room;

import parley.contract.BusFailure;
import parley.contract.FailureCode;
import parley.contract.conversation.ChangeConversation;
import parley.contract.conversation.ChangeMembership;
import parley.contract.conversation.ChangePicture;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.CreateRoom;
import parley.contract.conversation.JoinRoom;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Role;
import parley.contract.conversation.Standing;
import parley.contract.conversation.StoreAttributes;
import parley.contract.conversation.StorePicture;
import parley.contract.conversation.StoreRoom;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

/** Who may make and join rooms and leave rooms and groups, and what is then to be stored. */
final class RoomRules {
  private RoomRules() {}

  /** Anybody may make a room; {@code MALFORMED} if its name has nothing to see. */
  static StoreRoom create(CreateRoom request, UserId creator) {
    return new StoreRoom(
        request.conversation(),
        creator,
        request.name(),
        RoomName.key(request.name()),
        request.topic());
  }

  /**
   * Anybody may join, also again; {@link FailureCode#FORBIDDEN} to who was removed, because a
   * removal would mean nothing otherwise. What is no room is {@link FailureCode#NOT_FOUND}.
   */
  static ChangeMembership join(JoinRoom request, UserId account, Standing standing) {
    if (standing.kind() != ConversationKind.ROOM) {
      throw BusFailure.of(FailureCode.NOT_FOUND);
    }
    if (standing.state() == MemberState.REMOVED) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return change(request.conversation(), account, MemberState.JOINED, standing);
  }

  /**
   * Whether there is a membership to end; {@link FailureCode#NOT_A_MEMBER} if there never was,
   * {@link FailureCode#FORBIDDEN} for who belongs to a conversation of two.
   */
  static boolean mustLeave(Standing standing) {
    if (standing.state() == null) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    if (standing.kind() == ConversationKind.DIRECT) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
    return standing.joined();
  }

  /**
   * Moderators and owners set the attributes; {@link FailureCode#FORBIDDEN} to other members and
   * for conversations of two, {@code MALFORMED} if the name has nothing to see.
   */
  static StoreAttributes change(ChangeConversation request, UserId account, Standing standing) {
    requireModerator(standing);
    String key = RoomName.key(request.name());
    boolean unique = standing.kind() == ConversationKind.ROOM;
    return new StoreAttributes(account, request, unique ? key : null, standing.policyVersion());
  }

  /** The same people set the picture. */
  static StorePicture picture(ChangePicture request, UserId account, Standing standing) {
    requireModerator(standing);
    return new StorePicture(account, request, standing.policyVersion());
  }

  private static void requireModerator(Standing standing) {
    if (!standing.joined()) {
      throw BusFailure.of(FailureCode.NOT_A_MEMBER);
    }
    if (standing.kind() == ConversationKind.DIRECT || standing.role() == Role.MEMBER) {
      throw BusFailure.of(FailureCode.FORBIDDEN);
    }
  }

  /** The end of a membership by the member's own will. */
  static ChangeMembership leave(ConversationId room, UserId account, Standing standing) {
    return change(room, account, MemberState.LEFT, standing);
  }

  private static ChangeMembership change(
      ConversationId room, UserId account, MemberState state, Standing standing) {
    return new ChangeMembership(room, account, state, standing.policyVersion());
  }
}
