package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Takes back the caller's own request.")
public record CancelRequest(@Doc("Who was asked.") UserId account) {
  public CancelRequest {
    Check.present("account", account);
  }
}
