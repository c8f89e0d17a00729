package parley.contract.feed;

import parley.contract.Check;
import parley.contract.Doc;

@Doc("Asks whether the caller may listen to a topic.")
public record Subscribe(@Doc("The id within the topic.") String id) {
  public Subscribe {
    id = Check.line("id", id, 1, 64);
  }
}
