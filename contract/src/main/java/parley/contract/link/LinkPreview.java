package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.ConversationKind;
import parley.contract.conversation.CreateRoom;
import parley.contract.id.ConversationId;

@Doc("Where a link leads, for who has it.")
public record LinkPreview(
    @Doc("Which conversation.") ConversationId conversation,
    @Doc("What kind.") ConversationKind kind,
    @Doc("Its name.") String name,
    @Doc("How many people belong to it.") long memberCount,
    @Doc("Whether the caller belongs to it.") boolean joined) {
  public LinkPreview {
    Check.present("conversation", conversation);
    Check.present("kind", kind);
    name = Check.line("name", name, 1, CreateRoom.MAX_NAME);
  }
}
