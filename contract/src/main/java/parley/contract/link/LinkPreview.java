package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Profile;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.CreateRoom;
import parley.contract.id.ConversationId;

@Doc("Where a link leads, for who has it.")
public record LinkPreview(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("What kind.") ConversationKind kind,
    @Doc("Its name.") String name,
    @Doc("How many people belong to it.") long memberCount,
    @Doc("Whether the caller belongs to it.") boolean joined,
    @Doc(
            value =
                "Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent"
                    + " for none.",
            optional = true)
        String avatar) {
  public LinkPreview {
    Check.present("conversation", conversation);
    Check.present("kind", kind);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
    avatar = Check.optionalToken("avatar", avatar, Profile.MAX_AVATAR);
  }
}
