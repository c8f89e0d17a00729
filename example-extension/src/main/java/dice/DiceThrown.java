package dice;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ClientId;
import parley.contract.id.ConversationId;
import parley.contract.id.UserId;

@Doc("Somebody has thrown a die.")
public record DiceThrown(
    @Doc("Where.") ConversationId conversation,
    @Doc("Who.") UserId account,
    @Doc("The throw; one that is heard twice is one throw.") ClientId id,
    @Doc("How many sides the die has.") int sides,
    @Doc("What it shows, 1 to sides.") int shows) {
  public DiceThrown {
    Check.present("conversation", conversation);
    Check.present("account", account);
    Check.present("id", id);
  }
}
