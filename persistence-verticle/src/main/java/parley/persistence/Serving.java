package parley.persistence;

import io.vertx.core.Future;
import java.util.List;
import parley.bus.BusServer;
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
import parley.persistence.account.AccountStore;
import parley.persistence.account.AdministratorStore;
import parley.persistence.account.AppearanceStore;
import parley.persistence.account.AvatarStore;
import parley.persistence.account.DeletionStore;
import parley.persistence.account.EmailStore;
import parley.persistence.account.InviteStore;
import parley.persistence.account.PeopleStore;
import parley.persistence.account.ProfileStore;
import parley.persistence.account.ResetStore;
import parley.persistence.account.SettingsStore;
import parley.persistence.conversation.AttributesStore;
import parley.persistence.conversation.ConversationStore;
import parley.persistence.conversation.DirectStore;
import parley.persistence.conversation.DirectoryStore;
import parley.persistence.conversation.GroupStore;
import parley.persistence.conversation.MarkStore;
import parley.persistence.conversation.MemberStore;
import parley.persistence.conversation.MembershipStore;
import parley.persistence.conversation.PictureStore;
import parley.persistence.conversation.PreferenceStore;
import parley.persistence.conversation.RoomStore;
import parley.persistence.feed.FeedStore;
import parley.persistence.link.LinkStore;
import parley.persistence.message.Appends;
import parley.persistence.message.EditStore;
import parley.persistence.message.HistoryStore;
import parley.persistence.message.ReactionStore;
import parley.persistence.message.RetractStore;
import parley.persistence.message.RevisionStore;
import parley.persistence.pg.Database;
import parley.persistence.relation.BondStore;
import parley.persistence.relation.RelationListStore;
import parley.persistence.relation.RelationStore;
import parley.persistence.session.AccountSessionStore;
import parley.persistence.session.SessionStore;

/** Says which store answers which operation. */
final class Serving {
  private final BusServer server;
  private final PersistenceConfig config;

  Serving(BusServer server, PersistenceConfig config) {
    this.server = server;
    this.config = config;
  }

  /** Completes when every operation is reachable. */
  Future<Void> serve(Database database, Appends appends) {
    FeedStore feeds = new FeedStore(database);
    HistoryStore history = new HistoryStore(database);
    EditStore edits = new EditStore(database);
    RetractStore retractions = new RetractStore(database);
    ReactionStore reactions = new ReactionStore(database);
    RevisionStore revisions = new RevisionStore(database);
    RoomStore rooms = new RoomStore(database, config.maxConversations());
    DirectoryStore directory = new DirectoryStore(database);
    DirectStore directs = new DirectStore(database, config.maxConversations());
    MembershipStore members = new MembershipStore(database, config.maxConversations());
    GroupStore groups = new GroupStore(database, config.maxConversations());
    MemberStore memberPages = new MemberStore(database);
    ConversationStore conversations = new ConversationStore(database);
    AttributesStore attributes = new AttributesStore(database);
    PictureStore pictures = new PictureStore(database);
    PreferenceStore preferences = new PreferenceStore(database);
    LinkStore links = new LinkStore(database);
    MarkStore marks = new MarkStore(database);
    AccountStore accounts = new AccountStore(database);
    ProfileStore profiles = new ProfileStore(database);
    AvatarStore avatars = new AvatarStore(database);
    DeletionStore deletions = new DeletionStore(database);
    EmailStore emails = new EmailStore(database);
    ResetStore resets = new ResetStore(database);
    PeopleStore people = new PeopleStore(database);
    RelationStore relations = new RelationStore(database);
    RelationListStore related = new RelationListStore(database);
    BondStore bonds = new BondStore(database);
    AppearanceStore appearances = new AppearanceStore(database);
    SettingsStore settings = new SettingsStore(database);
    SessionStore sessions = new SessionStore(database);
    InviteStore invites = new InviteStore(database);
    AdministratorStore administrators = new AdministratorStore(database);
    AccountSessionStore owned = new AccountSessionStore(database);
    HealthCheck health = new HealthCheck(database);
    return Future.all(
            List.of(
                server.serve(MessageOperations.APPEND_MESSAGE, appends::append),
                server.serve(MessageOperations.STORE_EDIT, edits::edit),
                server.serve(MessageOperations.STORE_DELETION, retractions::delete),
                server.serve(MessageOperations.FIND_REVISIONS, revisions::read),
                server.serve(MessageOperations.STORE_REACTION, reactions::set),
                server.serve(MessageOperations.FIND_REACTIONS, reactions::list),
                server.serve(MessageOperations.HISTORY_READ, history::read),
                server.serve(FeedOperations.FEED_READ, feeds::read),
                server.serve(FeedOperations.FEED_HEADS, feeds::heads),
                server.serve(RoomOperations.STORE_ROOM, rooms::store),
                server.serve(RoomOperations.FIND_ROOMS, directory::list),
                server.serve(RoomOperations.CHANGE_MEMBERSHIP, members::change),
                server.serve(DirectOperations.STORE_DIRECT, directs::store),
                server.serve(GroupOperations.STORE_GROUP, groups::store),
                server.serve(MemberOperations.FIND_MEMBERS, memberPages::list),
                server.serve(MemberOperations.STORE_ROLE, members::role),
                server.serve(MemberOperations.STORE_TRANSFER, members::transfer),
                server.serve(ConversationOperations.FIND_CONVERSATIONS, conversations::list),
                server.serve(ConversationOperations.STORE_ATTRIBUTES, attributes::change),
                server.serve(ConversationOperations.STORE_PICTURE, pictures::change),
                server.serve(ConversationOperations.STORE_PREFERENCES, preferences::store),
                server.serve(LinkOperations.STORE_LINK, links::store),
                server.serve(LinkOperations.FIND_LINKS, links::list),
                server.serve(LinkOperations.DELETE_LINK, links::delete),
                server.serve(LinkOperations.FIND_LINK, links::find),
                server.serve(LinkOperations.TAKE_LINK, members::take),
                server.serve(ConversationOperations.READ_STANDING, conversations::standing),
                server.serve(ConversationOperations.MOVE_READ_MARK, marks::move),
                server.serve(AccountOperations.STORE_ACCOUNT, accounts::store),
                server.serve(AccountOperations.PROFILES_READ, profiles::read),
                server.serve(ProfileOperations.STORE_PROFILE, profiles::store),
                server.serve(ProfileOperations.STORE_AVATAR, avatars::store),
                server.serve(ProfileOperations.READ_AVATAR, avatars::read),
                server.serve(AccountOperations.DELETE_ACCOUNT, deletions::delete),
                server.serve(ResetOperations.STORE_EMAIL, emails::store),
                server.serve(ResetOperations.CONFIRM_EMAIL, emails::confirm),
                server.serve(ResetOperations.READ_EMAIL, emails::read),
                server.serve(ResetOperations.FIND_RECIPIENTS, emails::find),
                server.serve(ResetOperations.STORE_RESET, resets::store),
                server.serve(ResetOperations.READ_RESET, resets::read),
                server.serve(ResetOperations.REPEAT_RESET, resets::repeat),
                server.serve(ResetOperations.USE_RESET, resets::use),
                server.serve(PeopleOperations.FIND_PEOPLE, people::find),
                server.serve(RelationOperations.CHANGE_RELATIONS, relations::change),
                server.serve(RelationOperations.FIND_RELATIONS, related::list),
                server.serve(RelationOperations.READ_BONDS, bonds::read),
                server.serve(SettingsOperations.STORE_SETTINGS, settings::store),
                server.serve(SettingsOperations.FIND_SETTINGS, settings::read),
                server.serve(PresenceOperations.READ_APPEARANCES, appearances::read),
                server.serve(PresenceOperations.LIST_APPEARANCES, appearances::changed),
                server.serve(AccountOperations.FIND_CREDENTIALS, accounts::credentials),
                server.serve(SessionOperations.OPEN_SESSION, sessions::open),
                server.serve(SessionOperations.READ_SESSION, sessions::read),
                server.serve(SessionOperations.ROTATE_SESSION, sessions::rotate),
                server.serve(SessionOperations.END_SESSION, sessions::end),
                server.serve(AdministrationOperations.STORE_INVITE, invites::store),
                server.serve(AdministrationOperations.OFFER_ADMINISTRATION, administrators::offer),
                server.serve(AdministrationOperations.CLAIM_ADMINISTRATION, administrators::claim),
                server.serve(SessionOperations.LIST_SESSIONS, owned::list),
                server.serve(SessionOperations.END_OWN_SESSION, owned::end),
                server.serve(AccountOperations.CHANGE_PASSWORD, owned::changePassword),
                server.serve(SessionOperations.LIST_ENDED_SESSIONS, sessions::ended),
                server.serve(HealthOperations.PERSISTENCE_HEALTH, health::read)))
        .mapEmpty();
  }
}
