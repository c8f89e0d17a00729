package parley.contract.link;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("The links that lead into a conversation.")
public record Links(
    @Doc("Those that have not expired, the one that expires last first.") List<Link> links) {
  /** The most links of one conversation. */
  public static final int MAX = 50;

  public Links {
    links = Check.list("links", links, 0, MAX);
  }
}
