package parley.contract.link;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.LinkId;
import parley.contract.id.UserId;

@Doc("A link as moderators see it; its secret is with those who were given it.")
public record Link(
    @Doc("Which link.") LinkId link,
    @Doc("Who made it.") UserId createdBy,
    @Doc("Until when it is good, in milliseconds since 1970.") long expiresAt,
    @Doc("How many people it still lets in.") int usesLeft) {
  public Link {
    Check.present("link", link);
    Check.present("createdBy", createdBy);
  }
}
