package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.conversation.Policy;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Asks persistence to append a message that chat has allowed.")
public record AppendMessage(
    @Doc("Where to.") ConversationId conversation,
    @Doc("Who wrote it.") UserId sender,
    @Doc("The id the sender gave it.") ClientId clientId,
    @Doc("What it says.") WrittenContent content,
    @Doc("The policy version on which chat decided.") long policyVersion,
    @Doc("Seconds that must lie between two messages of the sender, on that policy version.")
        int pauseSeconds) {
  public AppendMessage {
    Check.present("conversation", conversation);
    Check.present("sender", sender);
    Check.present("clientId", clientId);
    Check.present("content", content);
    Check.within("pauseSeconds", pauseSeconds, 0, Policy.MAX_SLOW_SECONDS);
  }
}
