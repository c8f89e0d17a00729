package parley.contract.message;

import parley.contract.Check;
import parley.contract.Doc;
import parley.contract.feed.MessageItem;

@Doc("The message is stored; a repeat answers with the first one, whatever it carried.")
public record MessageAccepted(@Doc("The message as it stands.") MessageItem message) {
  public MessageAccepted {
    Check.present("message", message);
  }
}
