package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.MessageItem;

@Doc("The message is committed.")
public record MessageAppended(
    @Doc("The message as it stands.") MessageItem message,
    @Doc("True if it had been stored before; then nothing changed.") boolean repeated) {
  public MessageAppended {
    Check.present("message", message);
  }
}
