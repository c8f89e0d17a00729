package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Profile;
import parley.contract.id.ConversationId;

@Doc("A public room as everybody sees it in the directory.")
public record RoomSummary(
    @Doc("Which room.") ConversationId conversation,
    @Doc("Its name.") String name,
    @Doc(value = "What it is about.", optional = true) String topic,
    @Doc("How many people belong to it.") long memberCount,
    @Doc("Whether the caller belongs to it.") boolean joined,
    @Doc(
            value =
                "Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent"
                    + " for none.",
            optional = true)
        String avatar) {
  public RoomSummary {
    Check.present("conversation", conversation);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
    topic = Check.optionalLine("topic", topic, CreateRoom.MAX_TOPIC);
    avatar = Check.optionalToken("avatar", avatar, Profile.MAX_AVATAR);
  }
}
