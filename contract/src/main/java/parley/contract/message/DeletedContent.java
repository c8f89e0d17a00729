package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.id.UserId;

@Doc("What is left of a deleted message. Cannot be sent.")
public record DeletedContent(@Doc("Who deleted it: its sender, or a moderator.") UserId by)
    implements Content {
  public DeletedContent {
    Check.present("by", by);
  }
}
