package parley.contract;

import java.util.List;
import parley.contract.account.AccountOperations;
import parley.contract.account.AdministrationOperations;
import parley.contract.account.PeopleOperations;
import parley.contract.account.ProfileOperations;
import parley.contract.account.ResetOperations;
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
import parley.contract.session.SessionOperations;

/** The parts that Parley itself declares, in the order of the reference page. */
final class CoreCatalog {
  static final List<CatalogPart> PARTS =
      List.of(
          new RoomOperations(),
          new DirectOperations(),
          new GroupOperations(),
          new MemberOperations(),
          new LinkOperations(),
          new ConversationOperations(),
          new MessageOperations(),
          new FeedOperations(),
          new AccountOperations(),
          new AdministrationOperations(),
          new PeopleOperations(),
          new RelationOperations(),
          new SettingsOperations(),
          new ProfileOperations(),
          new ResetOperations(),
          new SessionOperations(),
          new PresenceOperations(),
          new HealthOperations());

  private CoreCatalog() {}
}
