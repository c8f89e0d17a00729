package parley.contract.relation;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("Two people may know less of each other than before; whoever shows it has to ask again.")
public record RelationEnded(@Doc("One of them.") UserId one, @Doc("The other.") UserId other) {
  public RelationEnded {
    Check.present("one", one);
    Check.present("other", other);
  }
}
