package parley.contract.conversation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Profile;
import parley.contract.feed.MessageItem;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("A conversation as one of its members sees it in a list.")
public record ConversationSummary(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("What kind.") ConversationKind kind,
    @Doc(value = "The name; absent for a direct conversation.", optional = true) String name,
    @Doc(value = "What it is about.", optional = true) String topic,
    @Doc("How many people belong to it.") long memberCount,
    @Doc("What the caller may do there.") Role role,
    @Doc("The head of its feed when this was read.") long head,
    @Doc("Ordinal of its last message; 0 for none.") long ordinal,
    @Doc("Ordinal of the last message that the caller has read; unread = ordinal - readOrdinal.")
        long readOrdinal,
    @Doc(value = "Its last message.", optional = true) MessageItem lastMessage,
    @Doc(
            value =
                "The two people of a direct conversation, in an order that does not depend on who reads it; absent for any other.",
            optional = true)
        List<UserId> between,
    @Doc("What members may do.") Policy policy,
    @Doc("Messages posted before this number are not for the caller; 0 for none.") long visibleFrom,
    @Doc("How the caller wants to have it.") Preferences preferences,
    @Doc(
            value =
                "Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent"
                    + " for none.",
            optional = true)
        String avatar) {
  public ConversationSummary {
    Check.present("conversation", conversation);
    Check.present("kind", kind);
    name = Check.optionalLine("name", name, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
    Check.present("role", role);
    between = between == null ? null : Check.list("between", between, 2, 2);
    kind.check(name, between);
    Check.present("policy", policy);
    Check.present("preferences", preferences);
    avatar = Check.optionalToken("avatar", avatar, Profile.MAX_AVATAR);
  }
}
