package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Asks for the conversation of the caller and another; two have one, whoever opens it.")
public record OpenDirect(@Doc("The other.") UserId account) {
  public OpenDirect {
    Check.present("account", account);
  }
}
