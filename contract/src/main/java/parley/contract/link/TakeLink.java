package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.ConversationId;
import parley.contract.id.LinkId;
import parley.contract.id.UserId;

@Doc("Asks persistence to make an account a member by a link, as chat has allowed.")
public record TakeLink(
    @Doc("Which link; one use of it is taken if the membership begins.") LinkId link,
    @Doc("Where it leads.") ConversationId conversation,
    @Doc("Who.") UserId account,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public TakeLink {
    Check.present("link", link);
    Check.present("conversation", conversation);
    Check.present("account", account);
  }
}
