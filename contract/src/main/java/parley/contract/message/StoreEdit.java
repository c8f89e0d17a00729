package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence for an edit that chat has allowed, if the message is the account's own.")
public record StoreEdit(
    @Doc("Who edits.") UserId account,
    @Doc("What is wanted.") EditMessage edit,
    @Doc("Messages posted before this number are not for the account; 0 for none.")
        long visibleFrom,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StoreEdit {
    Check.present("account", account);
    Check.present("edit", edit);
    Check.within("visibleFrom", visibleFrom, 0, Long.MAX_VALUE);
  }
}
