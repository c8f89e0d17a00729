package parley.contract.feed;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks for the heads of feeds.")
public record ReadHeads(
    @Doc("Which feeds; unknown ones are left out of the answer.") List<FeedId> feeds) {
  public ReadHeads {
    feeds = Check.list("feeds", feeds, 0, Heads.MAX);
  }
}
