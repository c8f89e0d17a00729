package parley.contract.account;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.relation.OpenTo;

@Doc("Chooses who may write to the caller.")
public record OpenAccount(@Doc("Who.") OpenTo to) {
  public OpenAccount {
    Check.present("to", to);
  }
}
