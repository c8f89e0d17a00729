package parley.chat.room;

import io.vertx.core.Future;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.RoomOperations;

/**
 * Says which handler answers which operation of rooms, and of what is changed about any
 * conversation.
 */
public final class RoomServing {
  private RoomServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(
      BusServer server, BusClient bus, Standings standings, Redeciding redeciding) {
    return Future.all(
        server.serve(RoomOperations.CREATE_ROOM, new CreateRoomHandler(bus)),
        server.serve(RoomOperations.LIST_ROOMS, new ListRoomsHandler(bus)),
        server.serve(RoomOperations.JOIN_ROOM, new JoinRoomHandler(bus, standings, redeciding)),
        server.serve(RoomOperations.LEAVE_ROOM, new LeaveRoomHandler(bus, standings, redeciding)),
        server.serve(
            ConversationOperations.CHANGE_CONVERSATION,
            new ChangeConversationHandler(bus, standings, redeciding)),
        server.serve(
            ConversationOperations.CHANGE_PICTURE,
            new ChangePictureHandler(bus, standings, redeciding)));
  }
}
