package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;

@Doc("Asks to make a link useless; a repeat changes nothing.")
public record RevokeLink(
    @Doc("Where it leads.") ConversationId conversation, @Doc("Which link.") LinkId link) {
  public RevokeLink {
    Check.present("conversation", conversation);
    Check.present("link", link);
  }
}
