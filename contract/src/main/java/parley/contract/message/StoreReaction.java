package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence for a reaction that chat has allowed.")
public record StoreReaction(
    @Doc("Who reacts.") UserId account,
    @Doc("What is wanted.") SetReaction reaction,
    @Doc("Messages posted before this number are not for the account; 0 for none.")
        long visibleFrom,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StoreReaction {
    Check.present("account", account);
    Check.present("reaction", reaction);
    Check.within("visibleFrom", visibleFrom, 0, Long.MAX_VALUE);
  }
}
