package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence to give a member another role, as chat has allowed.")
public record StoreRole(
    @Doc("What is wanted; a repeat changes nothing.") ChangeRole change,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StoreRole {
    Check.present("change", change);
  }
}
