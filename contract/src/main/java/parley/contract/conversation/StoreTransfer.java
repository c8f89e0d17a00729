package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to let one member be an owner in place of another, as chat has allowed.")
public record StoreTransfer(
    @Doc("Who is an owner and becomes a moderator.") UserId from,
    @Doc("What is wanted; a repeat changes nothing.") TransferOwner transfer,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StoreTransfer {
    Check.present("from", from);
    Check.present("transfer", transfer);
  }
}
