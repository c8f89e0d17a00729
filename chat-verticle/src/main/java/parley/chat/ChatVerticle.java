package parley.chat;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.List;
import parley.bus.BusClient;
import parley.bus.BusServer;
import parley.chat.account.AccountServing;
import parley.chat.conversation.ConversationServing;
import parley.chat.conversation.Redeciding;
import parley.chat.conversation.Standings;
import parley.chat.direct.OpenDirectHandler;
import parley.chat.feed.FeedServing;
import parley.chat.group.CreateGroupHandler;
import parley.chat.health.ReadHealthHandler;
import parley.chat.link.LinkServing;
import parley.chat.member.MemberServing;
import parley.chat.message.MessageServing;
import parley.chat.presence.PresenceServing;
import parley.chat.relation.Acquaintance;
import parley.chat.relation.RelationServing;
import parley.chat.room.RoomServing;
import parley.contract.conversation.DirectOperations;
import parley.contract.conversation.GroupOperations;
import parley.contract.health.HealthOperations;

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
    Acquaintance acquaintance = new Acquaintance(bus);
    Redeciding redeciding = new Redeciding(config.decisionAttempts());
    return Future.all(
        List.of(
            AccountServing.serve(server, bus),
            RelationServing.serve(server, bus, acquaintance, redeciding),
            PresenceServing.serve(server, acquaintance),
            ConversationServing.serve(server, bus, standings),
            RoomServing.serve(server, bus, standings, redeciding),
            server.serve(GroupOperations.CREATE_GROUP, new CreateGroupHandler(bus, acquaintance)),
            server.serve(DirectOperations.OPEN_DIRECT, new OpenDirectHandler(bus, acquaintance)),
            MemberServing.serve(server, bus, standings, acquaintance, redeciding),
            LinkServing.serve(server, bus, standings, redeciding),
            MessageServing.serve(server, bus, standings, redeciding, meters),
            FeedServing.serve(server, bus, standings),
            server.serve(HealthOperations.CHAT_HEALTH, new ReadHealthHandler(bus))));
  }
}
