package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.LinkId;

@Doc("Asks persistence for a link.")
public record FindLink(@Doc("Which link.") LinkId link) {
  public FindLink {
    Check.present("link", link);
  }
}
