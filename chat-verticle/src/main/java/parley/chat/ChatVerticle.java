package parley.chat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.account.ChangeProfileHandler;
import parley.chat.account.OpenAccountHandler;
import parley.chat.account.ReadProfilesHandler;
import parley.chat.account.ReadSettingsHandler;
import parley.chat.account.RefreshProfilesHandler;
import parley.chat.account.SearchPeopleHandler;
import parley.chat.conversation.ListConversationsHandler;
import parley.chat.conversation.MarkReadHandler;
import parley.chat.conversation.PreferHandler;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.chat.direct.OpenDirectHandler;
import parley.chat.feed.AuthoriseConversationHandler;
import parley.chat.feed.AuthoriseUserHandler;
import parley.chat.feed.ReadFeedHandler;
import parley.chat.group.CreateGroupHandler;
import parley.chat.health.ReadHealthHandler;
import parley.chat.link.CreateLinkHandler;
import parley.chat.link.ListLinksHandler;
import parley.chat.link.ReadLinkHandler;
import parley.chat.link.RevokeLinkHandler;
import parley.chat.link.UseLinkHandler;
import parley.chat.member.AddMemberHandler;
import parley.chat.member.ChangeRoleHandler;
import parley.chat.member.ListMembersHandler;
import parley.chat.member.RemoveMemberHandler;
import parley.chat.member.TransferOwnerHandler;
import parley.chat.message.ChatMetrics;
import parley.chat.message.ReadHistoryHandler;
import parley.chat.message.SendMessageHandler;
import parley.chat.presence.AuthorisePresenceHandler;
import parley.chat.presence.SelectVisibleHandler;
import parley.chat.relation.Acquaintance;
import parley.chat.relation.ListRelationsHandler;
import parley.chat.relation.ReadReachHandler;
import parley.chat.relation.Relating;
import parley.chat.relation.RelationHandler;
import parley.chat.relation.RelationRules;
import parley.chat.relation.RequestFriendHandler;
import parley.chat.room.ChangeConversationHandler;
import parley.chat.room.CreateRoomHandler;
import parley.chat.room.JoinRoomHandler;
import parley.chat.room.LeaveRoomHandler;
import parley.chat.room.ListRoomsHandler;
import parley.contract.account.AccountOperations;
import parley.contract.account.PeopleOperations;
import parley.contract.account.ProfileOperations;
import parley.contract.account.SettingsOperations;
import parley.contract.conversation.ConversationOperations;
import parley.contract.conversation.DirectOperations;
import parley.contract.conversation.GroupOperations;
import parley.contract.conversation.MemberOperations;
import parley.contract.conversation.RoomOperations;
import parley.contract.feed.FeedOperations;
import parley.contract.health.HealthOperations;
import parley.contract.link.LinkOperations;
import parley.contract.message.MessageOperations;
import parley.contract.presence.PresenceOperations;
import parley.contract.relation.RelationOperations;

/**
 * Starts the chat context: builds its parts and serves the {@code chat.*} operations. Decides
 * nothing and keeps nothing. Deployed means reachable; any number of instances may run.
 */
public final class ChatVerticle extends VerticleBase {
  private final ChatConfig config;
  private final MeterRegistry meters;

  public ChatVerticle(ChatConfig config, MeterRegistry meters) {
    this.config = config;
    this.meters = meters;
  }

  @Override
  public Future<?> start() {
    BusClient bus = new BusClient(vertx);
    BusServer server = new BusServer(vertx.eventBus());
    Standings standings = new Standings(bus);
    Redeciding redeciding = new Redeciding(config.decisionAttempts());
    return Future.all(
        List.of(
            rooms(server, bus, standings, redeciding),
            groups(server, bus),
            links(server, bus, standings, redeciding),
            members(server, bus, standings, redeciding),
            conversations(server, bus, standings, redeciding),
            messages(server, bus, standings, redeciding),
            feeds(server, bus, standings),
            people(server, bus),
            relations(server, bus, redeciding),
            settings(server, bus),
            presence(server, bus),
            server.serve(HealthOperations.CHAT_HEALTH, new ReadHealthHandler(bus))));
  }

  private static Future<?> rooms(
      BusServer server, BusClient bus, Standings standings, Redeciding redeciding) {
    return Future.all(
        server.serve(RoomOperations.CREATE_ROOM, new CreateRoomHandler(bus)),
        server.serve(RoomOperations.LIST_ROOMS, new ListRoomsHandler(bus)),
        server.serve(RoomOperations.JOIN_ROOM, new JoinRoomHandler(bus, standings, redeciding)),
        server.serve(RoomOperations.LEAVE_ROOM, new LeaveRoomHandler(bus, standings, redeciding)));
  }

  private static Future<?> groups(BusServer server, BusClient bus) {
    return server.serve(
        GroupOperations.CREATE_GROUP, new CreateGroupHandler(bus, new Acquaintance(bus)));
  }

  private static Future<?> links(
      BusServer server, BusClient bus, Standings standings, Redeciding redeciding) {
    return Future.all(
        List.of(
            server.serve(
                LinkOperations.CREATE_LINK, new CreateLinkHandler(bus, standings, redeciding)),
            server.serve(LinkOperations.LIST_LINKS, new ListLinksHandler(bus, standings)),
            server.serve(LinkOperations.REVOKE_LINK, new RevokeLinkHandler(bus, standings)),
            server.serve(LinkOperations.READ_LINK, new ReadLinkHandler(bus, standings)),
            server.serve(LinkOperations.USE_LINK, new UseLinkHandler(bus, standings, redeciding))));
  }

  private static Future<?> members(
      BusServer server, BusClient bus, Standings standings, Redeciding redeciding) {
    return Future.all(
        List.of(
            server.serve(MemberOperations.LIST_MEMBERS, new ListMembersHandler(bus, standings)),
            server.serve(
                MemberOperations.ADD_MEMBER,
                new AddMemberHandler(bus, standings, new Acquaintance(bus), redeciding)),
            server.serve(
                MemberOperations.REMOVE_MEMBER,
                new RemoveMemberHandler(bus, standings, redeciding)),
            server.serve(
                MemberOperations.CHANGE_ROLE, new ChangeRoleHandler(bus, standings, redeciding)),
            server.serve(
                MemberOperations.TRANSFER_OWNER,
                new TransferOwnerHandler(bus, standings, redeciding))));
  }

  private static Future<?> people(BusServer server, BusClient bus) {
    return Future.all(
        server.serve(AccountOperations.READ_PROFILES, new ReadProfilesHandler(bus)),
        server.serve(ProfileOperations.CHANGE_PROFILE, new ChangeProfileHandler(bus)),
        server.serve(ProfileOperations.REFRESH_PROFILES, new RefreshProfilesHandler(bus)),
        server.serve(PeopleOperations.SEARCH_PEOPLE, new SearchPeopleHandler(bus)),
        server.serve(
            DirectOperations.OPEN_DIRECT, new OpenDirectHandler(bus, new Acquaintance(bus))));
  }

  private static Future<?> relations(BusServer server, BusClient bus, Redeciding redeciding) {
    Relating relating = new Relating(bus, redeciding);
    Acquaintance acquaintance = new Acquaintance(bus);
    return Future.all(
        List.of(
            server.serve(
                RelationOperations.REQUEST_FRIEND,
                new RequestFriendHandler(acquaintance, relating)),
            server.serve(RelationOperations.READ_REACH, new ReadReachHandler(acquaintance)),
            server.serve(
                RelationOperations.ACCEPT_FRIEND,
                new RelationHandler<>(relating, RelationRules::accept)),
            server.serve(
                RelationOperations.DECLINE_REQUESTS,
                new RelationHandler<>(relating, RelationRules::decline)),
            server.serve(
                RelationOperations.CANCEL_REQUEST,
                new RelationHandler<>(relating, RelationRules::cancel)),
            server.serve(
                RelationOperations.END_FRIENDSHIP,
                new RelationHandler<>(relating, RelationRules::end)),
            server.serve(
                RelationOperations.BLOCK_PERSON,
                new RelationHandler<>(relating, RelationRules::block)),
            server.serve(
                RelationOperations.UNBLOCK_PERSON,
                new RelationHandler<>(relating, RelationRules::unblock)),
            server.serve(RelationOperations.LIST_RELATIONS, new ListRelationsHandler(bus))));
  }

  private static Future<?> settings(BusServer server, BusClient bus) {
    return Future.all(
        server.serve(SettingsOperations.OPEN_ACCOUNT, new OpenAccountHandler(bus)),
        server.serve(SettingsOperations.READ_SETTINGS, new ReadSettingsHandler(bus)));
  }

  private static Future<?> presence(BusServer server, BusClient bus) {
    Acquaintance acquaintance = new Acquaintance(bus);
    return Future.all(
        server.serve(PresenceOperations.SELECT_VISIBLE, new SelectVisibleHandler(acquaintance)),
        server.serve(
            PresenceOperations.AUTHORISE_PRESENCE, new AuthorisePresenceHandler(acquaintance)));
  }

  private static Future<?> conversations(
      BusServer server, BusClient bus, Standings standings, Redeciding redeciding) {
    return Future.all(
        server.serve(ConversationOperations.LIST_CONVERSATIONS, new ListConversationsHandler(bus)),
        server.serve(
            ConversationOperations.CHANGE_CONVERSATION,
            new ChangeConversationHandler(bus, standings, redeciding)),
        server.serve(ConversationOperations.PREFER_CONVERSATION, new PreferHandler(bus, standings)),
        server.serve(ConversationOperations.MARK_READ, new MarkReadHandler(bus, standings)));
  }

  private Future<?> messages(
      BusServer server, BusClient bus, Standings standings, Redeciding redeciding) {
    ChatMetrics metrics = new ChatMetrics(meters);
    return Future.all(
        server.serve(
            MessageOperations.SEND_MESSAGE,
            new SendMessageHandler(bus, standings, redeciding, metrics)),
        server.serve(MessageOperations.READ_HISTORY, new ReadHistoryHandler(bus, standings)));
  }

  private static Future<?> feeds(BusServer server, BusClient bus, Standings standings) {
    return Future.all(
        server.serve(FeedOperations.READ_FEED, new ReadFeedHandler(bus, standings)),
        server.serve(
            FeedOperations.AUTHORISE_CONVERSATION, new AuthoriseConversationHandler(standings)),
        server.serve(FeedOperations.AUTHORISE_USER, new AuthoriseUserHandler(bus)));
  }
}
