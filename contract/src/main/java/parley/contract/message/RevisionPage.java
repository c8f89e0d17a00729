package parley.contract.message;

import java.util.List;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What a message said before, the latest first.")
public record RevisionPage(
    @Doc("The revisions; none for a message that was never edited, or was deleted.")
        List<Revision> revisions,
    @Doc("Whether there are earlier ones.") boolean more) {
  public RevisionPage {
    revisions = Check.list("revisions", revisions, 0, ReadRevisions.MAX_LIMIT);
  }
}
