package parley.contract.conversation;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks persistence who belongs to a conversation.")
public record FindMembers(
    @Doc("What is wanted.") ListMembers page,
    @Doc("Members that changed later than this number are left out.") long upTo) {
  public FindMembers {
    Check.present("page", page);
    Check.within("upTo", upTo, 0, Long.MAX_VALUE);
  }
}
