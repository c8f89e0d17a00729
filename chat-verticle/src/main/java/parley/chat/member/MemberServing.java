package parley.chat.member;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.chat.relation.Acquaintance;
import parley.contract.conversation.MemberOperations;

/** Says which handler answers which operation of members. */
public final class MemberServing {
  private MemberServing() {}

  /** Completes when all of them are reachable. */
  public static Future<?> serve(
      BusServer server,
      BusClient bus,
      Standings standings,
      Acquaintance acquaintance,
      Redeciding redeciding) {
    return Future.all(
        List.of(
            server.serve(MemberOperations.LIST_MEMBERS, new ListMembersHandler(bus, standings)),
            server.serve(
                MemberOperations.ADD_MEMBER,
                new AddMemberHandler(bus, standings, acquaintance, redeciding)),
            server.serve(
                MemberOperations.REMOVE_MEMBER,
                new RemoveMemberHandler(bus, standings, redeciding)),
            server.serve(
                MemberOperations.CHANGE_ROLE, new ChangeRoleHandler(bus, standings, redeciding)),
            server.serve(
                MemberOperations.TRANSFER_OWNER,
                new TransferOwnerHandler(bus, standings, redeciding))));
  }
}
