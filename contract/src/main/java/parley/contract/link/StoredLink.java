package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
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
    @Doc("How many people belong to it.") long memberCount) {
  public StoredLink {
    Check.present("conversation", conversation);
    LinkSecrets.check("secretHash", secretHash);
    Check.present("kind", kind);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
  }

  /** Leaves the hash out: it must not reach a log. */
  @Override
  public String toString() {
    return "StoredLink[" + conversation + "]";
  }
}
