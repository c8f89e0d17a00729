package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks to send somebody away, who then comes back by invitation of a moderator only.")
public record RemoveMember(
    @Doc("Which conversation.") ConversationId conversation, @Doc("Who.") UserId account) {
  public RemoveMember {
    Check.present("conversation", conversation);
    Check.present("account", account);
  }
}
