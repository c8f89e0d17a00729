package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to delete a message as chat has allowed.")
public record StoreDeletion(
    @Doc("Who deletes.") UserId account,
    @Doc("What is wanted.") DeleteMessage deletion,
    @Doc("Whether the message may be another's.") boolean anyones,
    @Doc("Messages posted before this number are not for the account; 0 for none.")
        long visibleFrom,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StoreDeletion {
    Check.present("account", account);
    Check.present("deletion", deletion);
    Check.within("visibleFrom", visibleFrom, 0, Long.MAX_VALUE);
  }
}
