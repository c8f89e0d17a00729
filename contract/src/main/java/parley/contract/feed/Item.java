package parley.contract.feed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import parley.contract.Doc;

/**
 * Something in a feed that can change: always whole and in its newest state, never a difference.
 * Two copies of one item are compared by {@link #changed()}; the greater is the newer.
 */
@Doc("Something in a feed that can change; always whole, in its newest state.")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = MessageItem.class, name = "message"),
  @JsonSubTypes.Type(value = MemberItem.class, name = "member"),
  @JsonSubTypes.Type(value = ConversationItem.class, name = "conversation"),
  @JsonSubTypes.Type(value = MembershipItem.class, name = "membership"),
  @JsonSubTypes.Type(value = ReadMarkItem.class, name = "readMark"),
  @JsonSubTypes.Type(value = PreferencesItem.class, name = "preferences"),
  @JsonSubTypes.Type(value = RelationItem.class, name = "relation"),
  @JsonSubTypes.Type(value = SettingsItem.class, name = "settings")
})
public sealed interface Item
    permits MessageItem,
        MemberItem,
        ConversationItem,
        MembershipItem,
        ReadMarkItem,
        PreferencesItem,
        RelationItem,
        SettingsItem {
  /** The number of the item's last change in its feed. */
  long changed();
}
