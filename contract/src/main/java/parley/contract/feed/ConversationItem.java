package parley.contract.feed;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Profile;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.CreateRoom;
import parley.contract.conversation.Policy;
import parley.contract.id.UserId;

@Doc("The attributes of a conversation.")
public record ConversationItem(
    @Doc("Number of its last change.") long changed,
    @Doc("What kind of conversation.") ConversationKind kind,
    @Doc(value = "The name; absent for a direct conversation.", optional = true) String name,
    @Doc(value = "What it is about.", optional = true) String topic,
    @Doc("How many people belong to it.") long memberCount,
    @Doc(
            value =
                "The two people of a direct conversation, in an order that does not depend on who reads it; absent for any other.",
            optional = true)
        List<UserId> between,
    @Doc("What members may do.") Policy policy,
    @Doc(
            value =
                "Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent"
                    + " for none.",
            optional = true)
        String avatar)
    implements Item {
  public ConversationItem {
    Check.present("kind", kind);
    name = Check.optionalLine("name", name, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
    between = between == null ? null : Check.list("between", between, 2, 2);
    kind.check(name, between);
    Check.present("policy", policy);
    avatar = Check.optionalToken("avatar", avatar, Profile.MAX_AVATAR);
  }

  /** Without a picture. */
  public ConversationItem(
      long changed,
      ConversationKind kind,
      String name,
      String topic,
      long memberCount,
      List<UserId> between,
      Policy policy) {
    this(changed, kind, name, topic, memberCount, between, policy, null);
  }
}
