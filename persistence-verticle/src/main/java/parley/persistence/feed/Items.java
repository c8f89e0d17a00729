package parley.persistence.feed;

import io.vertx.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import parley.contract.Json;
import parley.contract.conversation.Alerts;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.History;
import parley.contract.conversation.MemberState;
import parley.contract.conversation.Policy;
import parley.contract.conversation.Preferences;
import parley.contract.conversation.Role;
import parley.contract.conversation.Writers;
import parley.contract.feed.ConversationItem;
import parley.contract.feed.Item;
import parley.contract.feed.MemberItem;
import parley.contract.feed.MembershipItem;
import parley.contract.feed.MessageItem;
import parley.contract.feed.PreferencesItem;
import parley.contract.feed.ReadMarkItem;
import parley.contract.feed.RelationItem;
import parley.contract.feed.SettingsItem;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;
import parley.contract.message.Content;
import parley.contract.message.Reaction;
import parley.contract.presence.PresenceMode;
import parley.contract.relation.OpenTo;
import parley.contract.relation.RelationState;

/** Rows as items. A statement names its columns as the tables do, and the item in {@code item}. */
public final class Items {
  /** The columns of {@link #message}, of the table {@code message}. */
  public static final String MESSAGE =
      """
      changed, posted, ordinal, sender, client_id, stored_at, content::text as content, edited_at,
      reactions::text as reactions
      """;

  private Items() {}

  /** The item that the column {@code item} names. */
  static Item of(Row row) {
    String item = row.getString("item");
    return switch (item) {
      case "message" -> message(row);
      case "member" -> member(row);
      case "conversation" -> conversation(row);
      case "membership" -> membership(row);
      case "readMark" -> readMark(row);
      case "preferences" -> preferencesItem(row);
      case "relation" -> relation(row);
      case "settings" -> settings(row);
      default -> throw new IllegalStateException("no such item: " + item);
    };
  }

  /** A message; its content and its reactions are selected as text. */
  public static MessageItem message(Row row) {
    return new MessageItem(
        row.getLong("changed"),
        row.getLong("posted"),
        row.getLong("ordinal"),
        new UserId(row.getUUID("sender")),
        new ClientId(row.getUUID("client_id")),
        row.getOffsetDateTime("stored_at").toInstant().toEpochMilli(),
        Json.decodeLeniently(row.getString("content"), Content.class),
        moment(row.getOffsetDateTime("edited_at")),
        reactions(row.getString("reactions")));
  }

  private static List<Reaction> reactions(String json) {
    return json == null ? null : List.of(Json.decodeLeniently(json, Reaction[].class));
  }

  /** A member. */
  public static MemberItem member(Row row) {
    return new MemberItem(
        row.getLong("changed"), new UserId(row.getUUID("account")), state(row), role(row));
  }

  private static ConversationItem conversation(Row row) {
    return new ConversationItem(
        row.getLong("changed"),
        Labels.read(ConversationKind.class, row.getString("kind")),
        row.getString("name"),
        row.getString("topic"),
        row.getLong("member_count"),
        between(row),
        policy(row),
        row.getString("avatar"));
  }

  /** The two people of a direct conversation; null for any other. */
  public static List<UserId> between(Row row) {
    UUID lower = row.getUUID("lower_account");
    return lower == null
        ? null
        : List.of(new UserId(lower), new UserId(row.getUUID("upper_account")));
  }

  /** What members may do. */
  public static Policy policy(Row row) {
    return new Policy(
        Labels.read(Writers.class, row.getString("writers")),
        row.getInteger("slow_seconds"),
        Labels.read(History.class, row.getString("history")));
  }

  /** How a member wants to have a conversation. */
  public static Preferences preferences(Row row) {
    OffsetDateTime mutedUntil = row.getOffsetDateTime("muted_until");
    return new Preferences(
        row.getBoolean("archived"),
        row.getBoolean("hidden"),
        row.getBoolean("favourite"),
        Labels.read(Alerts.class, row.getString("alerts")),
        moment(mutedUntil));
  }

  private static PreferencesItem preferencesItem(Row row) {
    return new PreferencesItem(
        row.getLong("changed"), new ConversationId(row.getUUID("conversation")), preferences(row));
  }

  private static MembershipItem membership(Row row) {
    return new MembershipItem(
        row.getLong("changed"),
        new ConversationId(row.getUUID("conversation")),
        state(row),
        role(row),
        row.getLong("visible_from"));
  }

  private static ReadMarkItem readMark(Row row) {
    return new ReadMarkItem(
        row.getLong("changed"),
        new ConversationId(row.getUUID("conversation")),
        row.getLong("read_ordinal"));
  }

  /** How an account stands to another. */
  public static RelationItem relation(Row row) {
    OffsetDateTime since = row.getOffsetDateTime("since");
    return new RelationItem(
        row.getLong("changed"),
        new UserId(row.getUUID("other")),
        Labels.read(RelationState.class, row.getString("state")),
        row.getBoolean("blocked"),
        row.getString("note"),
        moment(since));
  }

  /** What is chosen for an account. */
  public static SettingsItem settings(Row row) {
    return new SettingsItem(
        row.getLong("changed"),
        Labels.read(OpenTo.class, row.getString("open_to")),
        Labels.read(PresenceMode.class, row.getString("presence_mode")),
        row.getBoolean("last_seen_shared"));
  }

  private static Long moment(OffsetDateTime at) {
    return at == null ? null : (Long) at.toInstant().toEpochMilli();
  }

  private static MemberState state(Row row) {
    return Labels.read(MemberState.class, row.getString("state"));
  }

  private static Role role(Row row) {
    return Labels.read(Role.class, row.getString("role"));
  }
}
