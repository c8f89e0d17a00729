package parley.contract.relation;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.account.ReadProfiles;

@Doc("What is between an account and others; who does not exist is left out.")
public record Bonds(@Doc("In any order.") List<Bond> bonds) {
  public Bonds {
    bonds = Check.list("bonds", bonds, 0, ReadProfiles.MAX);
  }
}
