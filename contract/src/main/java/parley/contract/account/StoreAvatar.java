package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks persistence to keep a picture of an account, or none.")
public record StoreAvatar(
    @Doc("Whose.") UserId account,
    @Doc(value = "The picture; absent: none.", optional = true) Avatar avatar) {
  public StoreAvatar {
    Check.present("account", account);
  }
}
