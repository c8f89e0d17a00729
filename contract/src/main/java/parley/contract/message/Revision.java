package parley.contract.message;

import parley.contract.Bounds;
import parley.contract.Check;
import parley.contract.Doc;

@Doc("What a message said before an edit.")
public record Revision(
    @Doc("Counts the message's revisions from 1, the first thing it said.") @Bounds(least = 1)
        int number,
    @Doc("When it began to say so, by the clock of the database.") long storedAt,
    @Doc("What it said.") WrittenContent content) {
  public Revision {
    Check.within("number", number, 1, Integer.MAX_VALUE);
    Check.present("content", content);
  }
}
