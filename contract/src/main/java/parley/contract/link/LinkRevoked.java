package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.LinkId;

@Doc("The link is there no more.")
public record LinkRevoked(@Doc("Which link.") LinkId link) {
  public LinkRevoked {
    Check.present("link", link);
  }
}
