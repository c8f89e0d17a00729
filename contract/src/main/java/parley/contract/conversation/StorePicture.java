package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to keep the picture of a conversation as chat has allowed.")
public record StorePicture(
    @Doc("Who asks for it.") UserId account,
    @Doc("What is wanted; a repeat changes nothing.") ChangePicture change,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StorePicture {
    Check.present("account", account);
    Check.present("change", change);
  }
}
