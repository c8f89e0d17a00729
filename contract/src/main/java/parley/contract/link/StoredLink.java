package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.Profile;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.CreateRoom;
import parley.contract.id.ConversationId;

@Doc("A link and where it leads, without any check of its secret.")
public record StoredLink(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("SHA-256 of its secret, base64url.") String secretHash,
    @Doc("Whether it lets somebody in at this moment.") boolean good,
    @Doc("What kind of conversation.") ConversationKind kind,
    @Doc("The name of the conversation.") String name,
    @Doc("How many people belong to it.") long memberCount,
    @Doc(
            value =
                "Names the picture: the path of its sizes is /api/avatars/{avatar}/{size}; absent"
                    + " for none.",
            optional = true)
        String avatar) {
  public StoredLink {
    Check.present("conversation", conversation);
    LinkSecrets.check("secretHash", secretHash);
    Check.present("kind", kind);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
    avatar = Check.optionalToken("avatar", avatar, Profile.MAX_AVATAR);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "StoredLink[" + conversation + "]";
  }
}
