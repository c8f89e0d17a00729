package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to store a link that chat has allowed.")
public record StoreLink(
    @Doc("Who makes it.") UserId account,
    @Doc("The link.") CreateLink link,
    @Doc("The policy version on which chat decided.") long policyVersion) {
  public StoreLink {
    Check.present("account", account);
    Check.present("link", link);
  }
}
