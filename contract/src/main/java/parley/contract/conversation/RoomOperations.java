package parley.contract.conversation;

import static parley.contract.Exposure.BROWSER;
import static parley.contract.FailureCode.LAST_OWNER;
import static parley.contract.FailureCode.NAME_TAKEN;
import static parley.contract.FailureCode.NOT_A_MEMBER;
import static parley.contract.FailureCode.NOT_FOUND;
import static parley.contract.FailureCode.STALE;
import static parley.contract.FailureCode.TOO_MANY;

import java.util.List;
import parley.contract.CatalogPart;
import parley.contract.Operation;

/** Public rooms: making them, finding them, joining and leaving. */
public final class RoomOperations implements CatalogPart {
  public static final Operation<CreateRoom, RoomCreated> CREATE_ROOM =
      Operation.named("chat.room.create")
          .summary("Make a public room and become its owner.")
          .request(CreateRoom.class)
          .reply(RoomCreated.class)
          .callableFrom(BROWSER)
          .refusals(NAME_TAKEN, TOO_MANY);

  public static final Operation<ListRooms, RoomPage> LIST_ROOMS =
      Operation.named("chat.room.list")
          .summary(
              "The directory of public rooms, ordered by name, searched by the start of a word.")
          .request(ListRooms.class)
          .reply(RoomPage.class)
          .callableFrom(BROWSER);

  public static final Operation<JoinRoom, RoomJoined> JOIN_ROOM =
      Operation.named("chat.room.join")
          .summary("Join a public room; joining twice is joining once.")
          .request(JoinRoom.class)
          .reply(RoomJoined.class)
          .callableFrom(BROWSER)
          .refusals(NOT_FOUND, TOO_MANY);

  public static final Operation<LeaveRoom, RoomLeft> LEAVE_ROOM =
      Operation.named("chat.room.leave")
          .summary(
              "Leave a room or group, which is closed for ever when nobody is left; leaving twice"
                  + " is leaving once.")
          .request(LeaveRoom.class)
          .reply(RoomLeft.class)
          .callableFrom(BROWSER)
          .refusals(NOT_FOUND, NOT_A_MEMBER, LAST_OWNER);

  public static final Operation<StoreRoom, ConversationChanged> STORE_ROOM =
      Operation.named("persistence.room.store")
          .summary("Store a room and its owner; a repeat by the same creator changes nothing.")
          .request(StoreRoom.class)
          .reply(ConversationChanged.class)
          .refusals(NAME_TAKEN, TOO_MANY);

  public static final Operation<FindRooms, RoomPage> FIND_ROOMS =
      Operation.named("persistence.room.list")
          .summary("Public rooms as an account sees them.")
          .request(FindRooms.class)
          .reply(RoomPage.class);

  public static final Operation<ChangeMembership, ConversationChanged> CHANGE_MEMBERSHIP =
      Operation.named("persistence.membership.change")
          .summary("Make an account a member, or not one; the last owner stays while others do.")
          .request(ChangeMembership.class)
          .reply(ConversationChanged.class)
          .refusals(NOT_FOUND, STALE, TOO_MANY, LAST_OWNER);

  @Override
  public List<Operation<?, ?>> operations() {
    return List.of(
        CREATE_ROOM, LIST_ROOMS, JOIN_ROOM, LEAVE_ROOM, STORE_ROOM, FIND_ROOMS, CHANGE_MEMBERSHIP);
  }
}
