package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.MessageItem;

@Doc("The change of a message is committed.")
public record MessageStored(
    @Doc("The message as it stands.") MessageItem message,
    @Doc("False if nothing changed.") boolean changed) {
  public MessageStored {
    Check.present("message", message);
  }
}
