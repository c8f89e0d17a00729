package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("The link is there.")
public record LinkCreated(@Doc("The link as it is stored.") Link link) {
  public LinkCreated {
    Check.present("link", link);
  }
}
