package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;

@Doc("Asks to append a message to a conversation.")
public record SendMessage(
    @Doc("Where to.") ConversationId conversation,
    @Doc("Chosen by the sender (UUIDv7); a repeat with the same id is the same message.")
        ClientId clientId,
    @Doc("What it says.") WrittenContent content) {
  public SendMessage {
    Check.present("conversation", conversation);
    Check.present("clientId", clientId);
    Check.present("content", content);
  }
}
